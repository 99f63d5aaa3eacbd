const size = 8;

/**
 * Marks on a fill, so that bars differ by more than their colours. Each is drawn into a square that repeats, and has marks in
 * both halves of the square: a bar of four pixels shows one at any place.
 */
const marks: readonly ((context: CanvasRenderingContext2D) => void)[] = [
  () => undefined,
  (context) => drawLines(context, [[0, size, size, 0]]),
  (context) => {
    drawDot(context, size / 4, size / 4);
    drawDot(context, (3 * size) / 4, (3 * size) / 4);
  },
  (context) => drawLines(context, [[0, size / 2, size, size / 2]]),
  (context) => drawLines(context, [[0, 0, size, size]]),
  (context) =>
    drawLines(context, [
      [size / 4, 0, size / 4, size],
      [(3 * size) / 4, 0, (3 * size) / 4, size],
    ]),
  (context) =>
    drawLines(context, [
      [0, size / 2, size, size / 2],
      [size / 2, 0, size / 2, size],
    ]),
];

/**
 * A fill for one series: its colour with marks of its own.
 * @param back the page's background, which the marks are drawn in
 */
export function createFill(series: number, colour: string, back: string): CanvasPattern | string {
  const tile = document.createElement('canvas');
  tile.width = size;
  tile.height = size;
  const context = tile.getContext('2d');
  if (!context) return colour;
  context.fillStyle = colour;
  context.fillRect(0, 0, size, size);
  context.strokeStyle = back;
  context.fillStyle = back;
  context.lineWidth = 1.5;
  marks[series % marks.length]?.(context);
  return context.createPattern(tile, 'repeat') ?? colour;
}

function drawLines(context: CanvasRenderingContext2D, lines: readonly (readonly [number, number, number, number])[]): void {
  context.beginPath();
  for (const [fromX, fromY, toX, toY] of lines) {
    context.moveTo(fromX, fromY);
    context.lineTo(toX, toY);
  }
  context.stroke();
}

function drawDot(context: CanvasRenderingContext2D, x: number, y: number): void {
  context.beginPath();
  context.arc(x, y, 1.3, 0, 2 * Math.PI);
  context.fill();
}
