package lossgrid.paint.figure;

/** The format of a figure's file. */
public enum FigureFormat {
    PNG,
    SVG
}
