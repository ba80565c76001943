package lossgrid.ui.export;

import static lossgrid.ui.export.SvgWriter.attribute;
import static lossgrid.ui.export.SvgWriter.number;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.util.List;
import javafx.scene.paint.Paint;
import lossgrid.ui.formula.FormulaView;

/** A typeset formula as SVG: its glyphs as outlines, those of one colour that follow each other in one path. */
final class FormulaSvg {
    private FormulaSvg() {}

    static void write(SvgWriter svg, FormulaView formula, double x, double y) {
        svg.open(List.of(
                attribute("transform", "translate(" + number(x) + " " + number(y) + ")"),
                attribute("role", "img"),
                attribute("aria-label", formula.formula().plain())));
        StringBuilder path = new StringBuilder();
        List<FormulaView.Painted> painted = formula.painted();
        for (int i = 0; i < painted.size(); i++) {
            append(path, painted.get(i).shape());
            Paint paint = painted.get(i).paint();
            if (i == painted.size() - 1 || !painted.get(i + 1).paint().equals(paint)) {
                svg.element("path", attribute("d", path.toString()), svg.paint("fill", paint));
                path.setLength(0);
            }
        }
        svg.close();
    }

    private static void append(StringBuilder out, Shape shape) {
        double[] at = new double[6];
        for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
            switch (path.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> points(out, 'M', at, 2);
                case PathIterator.SEG_LINETO -> points(out, 'L', at, 2);
                case PathIterator.SEG_QUADTO -> points(out, 'Q', at, 4);
                case PathIterator.SEG_CUBICTO -> points(out, 'C', at, 6);
                case PathIterator.SEG_CLOSE -> out.append('Z');
                default -> throw new IllegalStateException("no such segment");
            }
        }
    }

    private static void points(StringBuilder out, char command, double[] at, int count) {
        out.append(command);
        for (int i = 0; i < count; i++) {
            out.append(i == 0 ? "" : " ").append(number(at[i]));
        }
    }
}
