// Reads the API's controllers with the TypeScript compiler: what each route takes in its query and body and what it
// answers, as JSON Schema. The types are the contracts themselves, so the published document cannot part from them.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './workspace.mjs';

const ts = createRequire(import.meta.url)('typescript');

/** Names of the contracts that stand for a text or number of a certain form. */
const FORMS = {
  Uuid: { type: 'string', format: 'uuid' },
  IsoDate: { type: 'string', format: 'date' },
  IsoInstant: { type: 'string', format: 'date-time' },
  IsoMonth: { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])$', description: 'Bulan, YYYY-MM' },
  ClockTime: { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', description: 'Jam setempat, HH:MM' },
  DecimalString: { type: 'string', pattern: '^-?\\d+(\\.\\d+)?$', description: 'Bilangan desimal tepat sebagai teks' },
  Rupiah: { type: 'integer', description: 'Rupiah utuh' },
};
const MAX_DEPTH = 30;
const HTTP = new Set(['Get', 'Post', 'Put', 'Patch', 'Delete']);

/** @returns { schemas, operations }: component schemas by name, and by `Controller_handler` answer, query, body and path parameters. */
export function readApiTypes() {
  const folder = join(root, 'apps/api');
  const refuse = (problem) => {
    throw new Error(String(problem.messageText));
  };
  const config = ts.getParsedCommandLineOfConfigFile(join(folder, 'tsconfig.json'), {}, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: refuse });
  const controllers = config.fileNames.filter((file) => file.endsWith('.controller.ts'));
  if (controllers.length === 0) throw new Error('no controller was read');
  // The sources of our packages, whether or not they are compiled yet.
  const paths = Object.fromEntries(['contracts', 'regulations', 'local-postgres'].map((name) => [`@ekinerja/${name}/*`, [join(root, 'packages', name, 'src/*')]]));
  const program = ts.createProgram({ rootNames: controllers, options: { ...config.options, noEmit: true, composite: false, incremental: false, rootDir: root, paths, moduleResolution: ts.ModuleResolutionKind.Bundler, module: ts.ModuleKind.ESNext } });
  const reader = new Reader(program.getTypeChecker());
  for (const file of controllers) reader.readFile(program.getSourceFile(file));
  return { schemas: Object.fromEntries([...reader.schemas].sort(([a], [b]) => (a < b ? -1 : 1))), operations: reader.operations };
}

class Reader {
  schemas = new Map();
  operations = {};
  names = new Map();

  constructor(checker) {
    this.checker = checker;
  }

  readFile(source) {
    ts.forEachChild(source, (node) => {
      if (!ts.isClassDeclaration(node) || !decorator(node, 'Controller')) return;
      for (const member of node.members) {
        const http = ts.isMethodDeclaration(member) && (ts.getDecorators(member) ?? []).find((each) => HTTP.has(nameOf(each)));
        if (http) this.operations[`${node.name.text}_${member.name.getText()}`] = this.operation(member);
      }
    });
  }

  operation(method) {
    const signature = this.checker.getSignatureFromDeclaration(method);
    const answered = this.checker.getAwaitedType(this.checker.getReturnTypeOfSignature(signature));
    const operation = { answer: this.answer(answered, method.type), query: [], path: {}, etag: method.getText().includes('withEtag(') };
    for (const parameter of method.parameters) {
      const type = this.checker.getTypeAtLocation(parameter);
      const query = decorator(parameter, 'Query');
      if (query) operation.query.push(...this.query(query, type, parameter));
      const path = decorator(parameter, 'Param');
      if (path) Object.assign(operation.path, this.pathParameters(path, type, parameter));
      if (decorator(parameter, 'Body')) operation.body = this.schema(type, parameter.type);
      if (decorator(parameter, 'IfMatch')) operation.ifMatch = true;
      if (decorator(parameter, 'UploadedForm')) operation.upload = true;
    }
    return operation;
  }

  /** `file` for bytes, null for no content, a schema otherwise; undefined where the handler writes the answer itself. */
  answer(type, node) {
    const name = type.symbol?.name;
    if (name === 'StreamableFile' || name === 'Buffer') return 'file';
    if (type.flags & ts.TypeFlags.Void) return null;
    return this.schema(type, promised(node));
  }

  query(mark, type, parameter) {
    const [name] = mark.expression.arguments;
    if (name && ts.isStringLiteral(name)) return [{ name: name.text, required: !parameter.questionToken, schema: this.schema(type, parameter.type), of: null }];
    const all = this.checker.getPropertiesOfType(type);
    return all.map((property) => ({ name: property.name, required: !optional(property), schema: this.property(property), of: type.symbol?.name ?? null }));
  }

  pathParameters(mark, type, parameter) {
    const [name, pipe] = mark.expression.arguments;
    if (name && ts.isStringLiteral(name)) return { [name.text]: pipe?.getText() === 'UuidPipe' ? FORMS.Uuid : this.schema(type, parameter.type) };
    return Object.fromEntries(this.checker.getPropertiesOfType(type).map((property) => [property.name, this.property(property)]));
  }

  property(symbol) {
    const declaration = symbol.valueDeclaration ?? symbol.declarations?.[0];
    const type = this.checker.getTypeOfSymbol(symbol);
    const plain = optional(symbol) ? this.checker.getNonNullableType(type) : type;
    // Non-nullable also takes null away, which the declaration may allow beside being optional.
    const nullable = optional(symbol) && type.isUnion() && type.types.some((part) => part.flags & ts.TypeFlags.Null);
    const schema = this.schema(plain, declaration?.type);
    const text = ts.displayPartsToString(symbol.getDocumentationComment(this.checker)).replaceAll(/\s+/g, ' ').trim();
    const whole = nullable ? orNull(schema) : schema;
    if (text === '') return whole;
    return whole.$ref ? { allOf: [whole], description: text } : { ...whole, description: text };
  }

  schema(type, node, depth = 0) {
    if (depth > MAX_DEPTH) return {};
    const form = formOf(node);
    if (form && type.flags & (ts.TypeFlags.String | ts.TypeFlags.Number)) return FORMS[form];
    if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return {};
    if (type.isUnion() && !(type.flags & ts.TypeFlags.Boolean)) return this.union(type, node, depth);
    if (type.flags & ts.TypeFlags.StringLiteral || type.flags & ts.TypeFlags.NumberLiteral) return { const: type.value };
    if (type.flags & ts.TypeFlags.BooleanLiteral) return { const: this.checker.typeToString(type) === 'true' };
    if (type.flags & ts.TypeFlags.StringLike) return { type: 'string' };
    if (type.flags & ts.TypeFlags.NumberLike) return { type: 'number' };
    if (type.flags & ts.TypeFlags.BooleanLike) return { type: 'boolean' };
    if (type.flags & ts.TypeFlags.Null) return { type: 'null' };
    if (type.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void | ts.TypeFlags.Never)) return { not: {} };
    if (this.checker.isTupleType(type)) return this.tuple(type, depth);
    if (this.checker.isArrayType(type)) return { type: 'array', items: this.schema(this.checker.getTypeArguments(type)[0], elementOf(node), depth + 1) };
    return this.object(type, depth);
  }

  tuple(type, depth) {
    const items = this.checker.getTypeArguments(type).map((part) => this.schema(part, undefined, depth + 1));
    return { type: 'array', prefixItems: items, items: false, minItems: items.length, maxItems: items.length };
  }

  union(type, node, depth) {
    const name = this.componentName(type);
    if (name) return this.component(name, type, () => this.unionSchema(type, node, depth));
    return this.unionSchema(type, node, depth);
  }

  unionSchema(type, node, depth) {
    const parts = type.types.filter((part) => !(part.flags & ts.TypeFlags.Undefined));
    const nodes = unionNodes(node);
    const literals = parts.filter((part) => part.flags & (ts.TypeFlags.StringLiteral | ts.TypeFlags.NumberLiteral));
    const booleans = parts.filter((part) => part.flags & ts.TypeFlags.BooleanLiteral);
    const others = parts.filter((part) => !literals.includes(part) && !booleans.includes(part));
    const schemas = [];
    if (literals.length > 0) schemas.push({ type: literals.every(({ flags }) => flags & ts.TypeFlags.StringLiteral) ? 'string' : 'number', enum: literals.map(({ value }) => value) });
    if (booleans.length === 2) schemas.push({ type: 'boolean' });
    else if (booleans.length === 1) schemas.push(this.schema(booleans[0], undefined, depth + 1));
    for (const part of others) schemas.push(this.schema(part, nodes.find((each) => this.suits(each, part)), depth + 1));
    return anyOf(schemas);
  }

  suits(node, part) {
    const form = formOf(node);
    if (form) return Boolean(part.flags & (FORMS[form].type === 'integer' ? ts.TypeFlags.Number : ts.TypeFlags.String));
    return elementOf(node) !== undefined && this.checker.isArrayType(part);
  }

  object(type, depth) {
    const name = this.componentName(type);
    return name ? this.component(name, type, () => this.shape(type, depth)) : this.shape(type, depth);
  }

  shape(type, depth) {
    const properties = {};
    const required = [];
    for (const symbol of this.checker.getPropertiesOfType(type)) {
      properties[symbol.name] = this.property(symbol);
      if (!optional(symbol)) required.push(symbol.name);
    }
    const schema = { type: 'object', properties, required };
    const rest = this.checker.getIndexInfoOfType(type, ts.IndexKind.String);
    if (rest) return { ...(required.length > 0 ? schema : { type: 'object' }), additionalProperties: this.schema(rest.type, undefined, depth + 1) };
    return schema;
  }

  /** One name a type; a recursive type refers to itself. */
  component(name, type, make) {
    if (!this.schemas.has(name)) {
      this.schemas.set(name, {});
      const text = ts.displayPartsToString((type.aliasSymbol ?? type.symbol)?.getDocumentationComment(this.checker) ?? []).replaceAll(/\s+/g, ' ').trim();
      this.schemas.set(name, { ...make(), ...(text === '' ? {} : { description: text }) });
    }
    return { $ref: `#/components/schemas/${name}` };
  }

  /** What has a name in the sources has one in the document; `Page<EmployeeItem>` becomes `PageOfEmployeeItem`. */
  componentName(type) {
    const symbol = type.aliasSymbol ?? (type.symbol && type.symbol.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.Class) ? type.symbol : null);
    if (!symbol || ['Record', 'Partial', 'Pick', 'Omit', 'Required', 'Readonly', 'NonNullable', 'Exclude', 'Extract'].includes(symbol.name)) return null;
    const given = type.aliasSymbol ? type.aliasTypeArguments : type.objectFlags & ts.ObjectFlags.Reference ? this.checker.getTypeArguments(type) : [];
    const parts = (given ?? []).filter((part) => !part.isThisType).map((part) => this.partName(part));
    if (parts.includes(null)) return null;
    const wanted = [symbol.name, ...parts].join('Of');
    return this.unique(wanted, type);
  }

  partName(type) {
    if (this.checker.isArrayType(type)) {
      const inner = this.partName(this.checker.getTypeArguments(type)[0]);
      return inner && `${inner}List`;
    }
    if (type.aliasSymbol) return type.aliasSymbol.name;
    if (type.symbol && type.symbol.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.Class)) return type.symbol.name;
    return null;
  }

  /** Two features may call different things by one name. */
  unique(wanted, type) {
    const taken = this.names.get(wanted) ?? [];
    let at = taken.findIndex((other) => other === type);
    if (at < 0) at = taken.push(type) - 1;
    this.names.set(wanted, taken);
    return at === 0 ? wanted : `${wanted}${at + 1}`;
  }
}

/** Null stands last; beside a plain type it is a second type. */
function anyOf(schemas) {
  const others = schemas.filter(({ type }) => type !== 'null');
  if (others.length === schemas.length) return others.length === 1 ? others[0] : { anyOf: others };
  const [only] = others;
  if (others.length === 1 && typeof only.type === 'string' && !only.enum && only.const === undefined) return { ...only, type: [only.type, 'null'] };
  return { anyOf: [...others, { type: 'null' }] };
}

function orNull(schema) {
  const allows = schema.anyOf?.some(({ type }) => type === 'null') || [schema.type].flat().includes('null');
  return allows ? schema : anyOf([schema, { type: 'null' }]);
}

function optional(symbol) {
  return Boolean(symbol.flags & ts.SymbolFlags.Optional);
}

function decorator(node, name) {
  return (ts.getDecorators(node) ?? []).find((each) => nameOf(each) === name);
}

function nameOf(mark) {
  return ts.isCallExpression(mark.expression) ? mark.expression.expression.getText() : mark.expression.getText();
}

/** The `T` of a declared `Promise<T>`. */
function promised(node) {
  return node && ts.isTypeReferenceNode(node) && node.typeName.getText() === 'Promise' ? node.typeArguments?.[0] : node;
}

function formOf(node) {
  if (!node || !ts.isTypeReferenceNode(node)) return null;
  const name = node.typeName.getText();
  return Object.hasOwn(FORMS, name) ? name : null;
}

function unionNodes(node) {
  if (!node) return [];
  if (ts.isParenthesizedTypeNode(node)) return unionNodes(node.type);
  return ts.isUnionTypeNode(node) ? [...node.types] : [node];
}

function elementOf(node) {
  if (!node) return undefined;
  if (ts.isTypeOperatorNode(node)) return elementOf(node.type);
  if (ts.isParenthesizedTypeNode(node)) return elementOf(node.type);
  if (ts.isArrayTypeNode(node)) return ts.isParenthesizedTypeNode(node.elementType) ? node.elementType.type : node.elementType;
  if (ts.isUnionTypeNode(node)) return node.types.map(elementOf).find(Boolean);
  return undefined;
}
