package lossgrid.ui.export;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import lossgrid.io.disk.AtomicFile;
import lossgrid.model.analysis.Analysis;
import lossgrid.paint.figure.FigureFormat;
import lossgrid.paint.figure.FigureRequest;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.PngEncoder;
import lossgrid.ui.figure.Figure;
import lossgrid.ui.figure.FigureSource;
import lossgrid.words.FigureText;

/** A figure as a PNG or an SVG: both are made from the same nodes. On the JavaFX thread. */
public final class FigurePicture {
    /** Pixels a unit of what SVG can only hold as a picture. */
    private static final double SVG_RESOLUTION = 3;

    private FigurePicture() {}

    /** The content of the file that is asked for; it is encoded where it is written. */
    public static AtomicFile.Content content(FigureRequest request, FigureSource source) {
        return switch (request.format()) {
            case PNG -> {
                BufferedImage pixels = pixels(request, source);
                yield out -> writePng(pixels, request, out);
            }
            case SVG -> {
                byte[] svg = svg(request, source).getBytes(StandardCharsets.UTF_8);
                yield out -> out.write(svg);
            }
        };
    }

    private static void writePng(BufferedImage pixels, FigureRequest request, OutputStream out) throws IOException {
        if (request.width().isPhysical()) {
            PngEncoder.writePng(pixels, request.resolution(), out);
        } else {
            PngEncoder.writePng(pixels, out);
        }
    }

    private static BufferedImage pixels(FigureRequest request, FigureSource source) {
        WritableImage image = image(request, source);
        return request.ground().isTransparent() ? PngEncoder.buffered(image) : PngEncoder.opaque(image);
    }

    /** The pixels of a figure: exactly as wide as it is asked for. */
    public static WritableImage image(FigureRequest request, FigureSource source) {
        double scale = request.scale();
        Figure figure = Figure.of(request, source, scale);
        return snapshot(figure, scale, request.pixels(), request.pixelsHigh(figure.getHeight()));
    }

    private static WritableImage snapshot(Figure figure, double scale, double width, double height) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(ground(figure));
        parameters.setTransform(Transform.scale(scale, scale));
        parameters.setViewport(new Rectangle2D(0, 0, Math.max(1, Math.round(width)), Math.max(1, Math.round(height))));
        return figure.snapshot(parameters, null);
    }

    /** A last row of pixels that the figure covers in part has its ground all the same. */
    private static Color ground(Figure figure) {
        if (figure.request().ground().isTransparent() || figure.getBackground() == null) {
            return Color.TRANSPARENT;
        }
        return figure.getBackground().getFills().getFirst().getFill() instanceof Color color
                ? color
                : Color.TRANSPARENT;
    }

    /** The same as an SVG document, whose texts are texts and whose width is that on paper. */
    public static String svg(FigureRequest request, FigureSource source) {
        Figure figure = Figure.of(request.in(FigureFormat.SVG), source, SVG_RESOLUTION);
        SvgWriter svg = new SvgWriter();
        Rectangle2D view = new Rectangle2D(0, 0, request.width().units(), figure.getHeight());
        SceneSvg.write(svg, figure, view, SVG_RESOLUTION);
        Analysis analysis = source.facts().analysis();
        String loss =
                analysis.loss().value().map(result -> "loss " + result.value()).orElse("");
        SvgWriter.Size size = new SvgWriter.Size(view.getWidth(), view.getHeight(), request.width());
        return svg.document(size, analysis.experiment().title(), loss);
    }

    /**
     * A figure as it will be, in fewer pixels.
     *
     * @param height of the figure in units of the layout
     */
    record Preview(WritableImage image, FigureRequest request, double height) {
        /** Whether the figure is not too large to be drawn. */
        boolean isPossible() {
            return (double) request.pixels() * request.pixelsHigh(height) <= FigureRequest.MOST_PIXELS;
        }

        /** {@code 85 × 97 mm · 1004 × 1146 pixels}. */
        String size(Messages messages) {
            String pixels = messages.get(
                    FigureText.FIGURE_PIXELS,
                    Integer.toString(request.pixels()),
                    Integer.toString(request.pixelsHigh(height)));
            return request.width().isPhysical()
                    ? request.width().text() + " × "
                            + request.roundHeight(height).text()
                            + (request.format() == FigureFormat.PNG ? " · " + pixels : "")
                    : pixels;
        }
    }

    /** A figure in at most so many pixels. */
    static Preview preview(FigureRequest request, FigureSource source, double width, double height) {
        double units = Figure.of(request, source, 1).getHeight();
        double scale =
                Math.min(request.scale(), Math.min(width / request.width().units(), height / units));
        Figure figure = Figure.of(request, source, scale);
        return new Preview(snapshot(figure, scale, request.width().units() * scale, units * scale), request, units);
    }

    /** Whether a figure is not too large to be drawn. */
    public static boolean isPossible(FigureRequest request, FigureSource source) {
        double height = Figure.of(request, source, 1).getHeight();
        return (double) request.pixels() * request.pixelsHigh(height) <= FigureRequest.MOST_PIXELS;
    }
}
