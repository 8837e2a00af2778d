import { getMetadataStorage } from 'class-validator';

/** A JSON Schema, as far as the document needs it. */
export type SchemaObject = Record<string, unknown>;

interface Rule {
  propertyName: string;
  /** `isString`, `maxLength`, or the name of a validator of our own. */
  name?: string;
  type: string;
  constraints?: unknown[];
  each?: boolean;
}

type Storage = { validationMetadatas: Map<Function, Rule[]> };

/** What each validator says in the words of JSON Schema; limits come from the validator's own arguments. */
const WORDS: Record<string, (limits: unknown[]) => SchemaObject> = {
  isString: () => ({ type: 'string' }),
  isBoolean: () => ({ type: 'boolean' }),
  isInt: () => ({ type: 'integer' }),
  isNumber: () => ({ type: 'number' }),
  isUuid: () => ({ type: 'string', format: 'uuid' }),
  isEmail: () => ({ type: 'string', format: 'email' }),
  isDefined: () => ({}),
  isUrl: () => ({ type: 'string', format: 'uri' }),
  isDay: () => ({ type: 'string', format: 'date', example: '2026-11-22' }),
  isMonth: () => ({ type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])$', example: '2026-11' }),
  isClockTime: () => ({ type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', example: '07:30' }),
  isDecimal2: () => ({ type: 'string', pattern: '^\\d{1,10}(\\.\\d{1,2})?$', example: '2.5' }),
  isObject: () => ({ type: 'object' }),
  isArray: () => ({ type: 'array' }),
  isIn: ([values]) => ({ enum: values as string[] }),
  isLength: ([minLength, maxLength]) => ({ minLength, maxLength }),
  minLength: ([minLength]) => ({ minLength }),
  maxLength: ([maxLength]) => ({ maxLength }),
  min: ([minimum]) => ({ minimum }),
  max: ([maximum]) => ({ maximum }),
  arrayMinSize: ([minItems]) => ({ minItems }),
  arrayMaxSize: ([maxItems]) => ({ maxItems }),
  arrayUnique: () => ({ uniqueItems: true }),
  matches: ([pattern]) => ({ pattern: pattern instanceof RegExp ? pattern.source : String(pattern) }),
};

/**
 * The shape of every request class, read from the validators that check it, so that the published document and the
 * check cannot part. Nested classes are referred to where a sibling class of that name exists.
 */
export function requestSchemas(names: readonly string[]): Record<string, SchemaObject> {
  const { validationMetadatas } = getMetadataStorage() as unknown as Storage;
  const classes = new Map([...validationMetadatas.keys()].map((target) => [target.name, target]));
  return Object.fromEntries(
    names.flatMap((name) => {
      const target = classes.get(name);
      return target ? [[name, schemaOf(target)]] : [];
    }),
  );
}

function schemaOf(target: Function): SchemaObject {
  const rules = getMetadataStorage().getTargetValidationMetadatas(target, '', true, false) as unknown as Rule[];
  const properties: Record<string, SchemaObject> = {};
  const required: string[] = [];
  for (const property of new Set(rules.map((rule) => rule.propertyName))) {
    const own = rules.filter((rule) => rule.propertyName === property);
    properties[property] = propertyOf(own, target);
    if (!own.some((rule) => rule.type === 'conditionalValidation' && !rule.name?.startsWith('validateIf'))) required.push(property);
  }
  return { type: 'object', properties, required, additionalProperties: false };
}

function propertyOf(rules: Rule[], owner: Function): SchemaObject {
  const said = (each: boolean) =>
    rules.filter((rule) => Boolean(rule.each) === each).map((rule) => WORDS[rule.name ?? '']?.(rule.constraints ?? []) ?? {});
  const whole = Object.assign({}, ...said(false));
  const nested = rules.find((rule) => rule.type === 'nestedValidation');
  if (nested) return { type: 'array', ...whole, items: { type: 'object', description: `bagian dari ${owner.name}` } };
  const items = Object.assign({}, ...said(true));
  return Object.keys(items).length > 0 ? { ...whole, type: 'array', items } : whole;
}

/** What the validator says of a field, added to what its type says; never in the place of a nested shape. */
export function limitedField(own: SchemaObject, limit: SchemaObject | undefined): SchemaObject {
  if (!limit || own.$ref || own.anyOf || own.allOf) return own;
  const { items, type, description: _, ...rest } = limit;
  const kind = type === 'integer' && own.type === 'number' ? { type } : {};
  const of = items && own.items && !(own.items as SchemaObject).$ref ? { items: { ...(own.items as SchemaObject), ...(items as SchemaObject) } } : {};
  return { ...own, ...rest, ...kind, ...of };
}
