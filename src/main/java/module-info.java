import org.jspecify.annotations.NullMarked;

/** Shows how PyTorch computes the cross-entropy of an image, cell by cell. */
@NullMarked
module lossgrid {
    requires atlantafx.base;
    requires info.picocli;
    requires java.desktop;
    requires javafx.controls;
    requires jlatexmath;
    requires org.jfree.fxgraphics2d;
    requires static org.jspecify;
    requires tools.jackson.databind;

    opens lossgrid.app.check to
            info.picocli,
            tools.jackson.databind;
    opens lossgrid.app to
            info.picocli,
            javafx.graphics;
    opens lossgrid.io.document to
            tools.jackson.databind;
    opens lossgrid.io.json to
            tools.jackson.databind;
    opens lossgrid.io.recovery to
            tools.jackson.databind;
}
