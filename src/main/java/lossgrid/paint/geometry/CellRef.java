package lossgrid.paint.geometry;

/** A cell of a grid: row-major within its plane. */
public record CellRef(int plane, int cell) {}
