/** A figure that is kept and what the journal says instead. */
export type FigureDifference = {
  readonly sellerId: string;
  readonly cell: string;
  readonly kept: number;
  readonly journal: number;
};
