import { registerDecorator, type ValidationOptions } from 'class-validator';

function matching(name: string, test: (value: string) => boolean) {
  return (options?: ValidationOptions): PropertyDecorator =>
    (target, property) => {
      registerDecorator({
        name,
        target: target.constructor,
        propertyName: String(property),
        options: { message: name, ...options },
        validator: { validate: (value: unknown) => typeof value === 'string' && test(value) },
      });
    };
}

/** An existing day, `YYYY-MM-DD`. */
export const IsDay = matching('isDay', (value) => {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
});

/** A month, `YYYY-MM`. */
export const IsMonth = matching('isMonth', (value) => /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(value));

/** A time of day, `HH:MM`. */
export const IsClockTime = matching('isClockTime', (value) => /^([01]\d|2[0-3]):[0-5]\d$/.test(value));

/** An exact decimal of at most twelve digits, two of them behind the point. */
export const IsDecimal2 = matching('isDecimal2', (value) => /^\d{1,10}(\.\d{1,2})?$/.test(value));
