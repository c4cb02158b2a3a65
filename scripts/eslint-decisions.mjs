/**
 * Counts the decisions in a function. ESLint's own `complexity` counts `?.`, `??` and default values
 * too, which in TypeScript are not paths to understand but what stands in for a missing value.
 */
const counted = [
  'IfStatement',
  'ConditionalExpression',
  'LogicalExpression[operator=/^(&&|\\|\\|)$/]',
  'ForStatement',
  'ForInStatement',
  'ForOfStatement',
  'WhileStatement',
  'DoWhileStatement',
  'CatchClause',
  // A switch over a union is one decision, however many cases it lists.
  'SwitchStatement',
].join(', ');

const functions = 'FunctionDeclaration, FunctionExpression, ArrowFunctionExpression';

export const decisions = {
  meta: {
    type: 'suggestion',
    schema: [{ type: 'integer' }],
    messages: { tooMany: 'This function takes {{count}} decisions, {{max}} at most.' },
  },
  create(context) {
    const [max = 8] = context.options;
    const open = [];
    return {
      [functions]: () => open.push(0),
      [counted]: () => {
        if (open.length > 0) open[open.length - 1] += 1;
      },
      [`:matches(${functions}):exit`]: (node) => {
        const count = open.pop();
        if (count > max) context.report({ node, messageId: 'tooMany', data: { count, max } });
      },
    };
  },
};
