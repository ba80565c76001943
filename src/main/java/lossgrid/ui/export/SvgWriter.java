package lossgrid.ui.export;

import java.util.Base64;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.paint.Stop;
import lossgrid.core.array.DecimalText;
import lossgrid.paint.figure.FigureLength;
import lossgrid.ui.control.Colors;

/** Builds one SVG document: numbers, paints and texts as XML has them. The same calls give the same text. */
final class SvgWriter {
    private final StringBuilder defs = new StringBuilder();
    private final StringBuilder body = new StringBuilder();
    private int ids;

    /** The size of a document in units, and its width as it is to be read. */
    record Size(double width, double height, FigureLength asked) {
        private String attributes() {
            String unit = asked.isPhysical() ? asked.unit().symbol() : "";
            double high = asked.amount() * height / width;
            return "width=\"%s%s\" height=\"%s%s\" viewBox=\"0 0 %s %s\""
                    .formatted(number(asked.amount()), unit, number(high), unit, number(width), number(height));
        }
    }

    /** The whole document, {@code width × height} units large. */
    String document(double width, double height, String title, String description) {
        return document(new Size(width, height, FigureLength.px(width)), title, description);
    }

    String document(Size size, String title, String description) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
                + size.attributes() + " role=\"img\">\n"
                + "<title>" + escape(title) + "</title>\n<desc>" + escape(description) + "</desc>\n"
                + (defs.isEmpty() ? "" : "<defs>\n" + defs + "</defs>\n")
                + body + "</svg>\n";
    }

    /** Opens a group with these attributes, each written {@code name="value"}. */
    void open(List<String> attributes) {
        body.append("<g ").append(String.join(" ", attributes)).append(">\n");
    }

    void close() {
        body.append("</g>\n");
    }

    /** An element without content. */
    void element(String name, String... attributes) {
        body.append('<').append(name);
        append(attributes);
        body.append("/>\n");
    }

    private void append(String... attributes) {
        for (String attribute : attributes) {
            body.append(attribute.isEmpty() ? "" : " ").append(attribute);
        }
    }

    void text(String text, String... attributes) {
        body.append("<text");
        append(attributes);
        if (text.contains("  ") || !text.equals(text.strip())) {
            body.append(" xml:space=\"preserve\"");
        }
        body.append('>').append(escape(text)).append("</text>\n");
    }

    /** A rectangle with round corners. */
    void rect(Rectangle2D at, double radius, String... attributes) {
        String[] all = new String[attributes.length + 2];
        all[0] = box(at);
        all[1] = radius > 0 ? attribute("rx", radius) : "";
        System.arraycopy(attributes, 0, all, 2, attributes.length);
        element("rect", all);
    }

    /** A picture as a PNG inside the document. */
    void image(Rectangle2D at, byte[] png, boolean pixelated) {
        element(
                "image",
                box(at),
                attribute("preserveAspectRatio", "none"),
                pixelated ? attribute("style", "image-rendering:optimizeSpeed;image-rendering:pixelated") : "",
                attribute(
                        "xlink:href",
                        "data:image/png;base64," + Base64.getEncoder().encodeToString(png)));
    }

    /** Defines a rectangle that clips what refers to it; the attribute that does. */
    String clip(Rectangle2D at) {
        String id = "clip" + ++ids;
        defs.append("<clipPath id=\"%s\"><rect %s/></clipPath>\n".formatted(id, box(at)));
        return attribute("clip-path", "url(#" + id + ")");
    }

    /** A paint as the attribute {@code name}, with its opacity. Gradients are defined once each. */
    String paint(String name, Paint paint) {
        return switch (paint) {
            case Color color ->
                attribute(name, "#%06x".formatted(Colors.rgb(color)))
                        + (color.getOpacity() < 1 ? " " + attribute(name + "-opacity", color.getOpacity()) : "");
            case LinearGradient gradient -> attribute(name, "url(#" + define(gradient) + ")");
            default -> attribute(name, "none");
        };
    }

    private String define(LinearGradient gradient) {
        String id = "ramp" + ++ids;
        defs.append("<linearGradient id=\"%s\" gradientUnits=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\">\n"
                .formatted(
                        id,
                        gradient.isProportional() ? "objectBoundingBox" : "userSpaceOnUse",
                        number(gradient.getStartX()),
                        number(gradient.getStartY()),
                        number(gradient.getEndX()),
                        number(gradient.getEndY())));
        for (Stop stop : gradient.getStops()) {
            defs.append("<stop offset=\"%s\" %s/>\n"
                    .formatted(
                            number(stop.getOffset()),
                            paint("stop-color", stop.getColor()).replace("stop-color-", "stop-")));
        }
        defs.append("</linearGradient>\n");
        return id;
    }

    static String attribute(String name, String value) {
        return name + "=\"" + escape(value) + "\"";
    }

    static String attribute(String name, double value) {
        return name + "=\"" + number(value) + "\"";
    }

    private static String box(Rectangle2D at) {
        return attribute("x", at.getMinX())
                + " "
                + attribute("y", at.getMinY())
                + " "
                + attribute("width", at.getWidth())
                + " "
                + attribute("height", at.getHeight());
    }

    /** Three digits after the point at most. */
    static String number(double value) {
        return DecimalText.trimmed(value, 3);
    }

    /** Text for XML 1.0, which has no control characters and no lone surrogates. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\n', '\t' -> out.append(' ');
                default -> {
                    boolean allowed =
                            c >= ' ' && !Character.isISOControl(c) && !isSurrogate(c) && c != 0xfffe && c != 0xffff;
                    out.appendCodePoint(allowed ? c : '?');
                }
            }
        });
        return out.toString();
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
