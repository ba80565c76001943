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
import lossgrid.ui.control.PngEncoder;
import lossgrid.ui.figure.Figure;
import lossgrid.ui.figure.FigureSource;

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
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(ground(figure));
        parameters.setTransform(Transform.scale(scale, scale));
        parameters.setViewport(new Rectangle2D(0, 0, request.pixels(), request.pixelsHigh(figure.getHeight())));
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

    /** The height of a figure in units of the layout. */
    static double height(FigureRequest request, FigureSource source) {
        return Figure.of(request, source, 1).getHeight();
    }
}
