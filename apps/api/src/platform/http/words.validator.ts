import { ValidateBy } from 'class-validator';

/** Short lists of words under known keys. */
export const IsWords = (keys: readonly string[]): PropertyDecorator =>
  ValidateBy({
    name: 'isWords',
    validator: {
      validate: (value: unknown) =>
        typeof value === 'object' && value !== null && !Array.isArray(value) &&
        Object.entries(value).every(([key, words]) => keys.includes(key) && Array.isArray(words) && words.length <= 20 && words.every((word) => typeof word === 'string' && word.length > 0 && word.length <= 60)),
    },
  });
