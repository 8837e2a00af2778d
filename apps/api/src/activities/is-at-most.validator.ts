import { registerDecorator } from 'class-validator';

/** A decimal text whose value is at most the limit. */
export function IsAtMost(limit: number): PropertyDecorator {
  return (target, property) => {
    registerDecorator({
      name: 'isAtMost',
      target: target.constructor,
      propertyName: String(property),
      constraints: [limit],
      options: { message: `isAtMost:${limit}` },
      validator: { validate: (value: unknown) => typeof value === 'string' && Number(value) <= limit },
    });
  };
}
