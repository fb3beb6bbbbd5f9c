import ts from 'typescript'

/** Attributes whose text people see or hear. */
const SPOKEN =
  /^(?:title|placeholder|alt|label|hint|text|name|aria-(?:label|description|valuetext|roledescription|placeholder))$/

/** Names and addresses, which are the same in every language. */
const NAMES = new Set(['Tuppence', 'news.example', '0x…'])

/** Each piece of text in a source file with JSX that people would see in one language only. */
export function textIn(name: string, source: string): string[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    for (const { text, at } of shownBy(node)) {
      if (!/\p{L}/u.test(text) || NAMES.has(text.trim())) continue
      found.push(`${name}:${file.getLineAndCharacterOfPosition(at).line + 1} ${text.trim()}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

interface Text {
  text: string
  at: number
}

function shownBy(node: ts.Node): Text[] {
  if (ts.isJsxText(node)) return [{ text: node.text, at: node.getStart() }]
  if (ts.isJsxAttribute(node)) return isSpoken(node) ? literalsOf(node.initializer) : []
  return ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent) ? literalsOf(node) : []
}

function isSpoken({ name, parent }: ts.JsxAttribute): boolean {
  // A form field's name is for programs; our own components show theirs.
  const ofElement = /^[a-z]/.test(parent.parent.tagName.getText())
  return SPOKEN.test(name.getText()) && !(name.getText() === 'name' && ofElement)
}

/** The literals that an expression can become: choices, defaults, pieces of a template. */
function literalsOf(node: ts.Node | undefined): Text[] {
  if (!node) return []
  const at = node.getStart()
  if (ts.isStringLiteralLike(node)) return [{ text: node.text, at }]
  if (ts.isTemplateExpression(node)) {
    const pieces = [node.head, ...node.templateSpans.map(({ literal }) => literal)]
    return [{ text: pieces.map(({ text }) => text).join(' '), at }]
  }
  if (ts.isConditionalExpression(node)) {
    return [node.whenTrue, node.whenFalse].flatMap(literalsOf)
  }
  if (ts.isBinaryExpression(node)) return sidesOf(node).flatMap(literalsOf)
  if (ts.isParenthesizedExpression(node) || ts.isJsxExpression(node)) {
    return literalsOf(node.expression)
  }
  return []
}

function sidesOf({ left, operatorToken, right }: ts.BinaryExpression): ts.Node[] {
  switch (operatorToken.kind) {
    case ts.SyntaxKind.AmpersandAmpersandToken:
      return [right]
    case ts.SyntaxKind.BarBarToken:
    case ts.SyntaxKind.QuestionQuestionToken:
    case ts.SyntaxKind.PlusToken:
      return [left, right]
    default:
      return []
  }
}
