package lossgrid.ui.export;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import lossgrid.io.disk.AtomicFile;
import lossgrid.io.python.NumpyScript;
import lossgrid.io.python.TorchScript;
import lossgrid.model.analysis.Analysis;
import lossgrid.paint.figure.FigureFormat;
import lossgrid.paint.figure.FigureGround;
import lossgrid.paint.figure.FigureLength;
import lossgrid.paint.figure.FigurePart;
import lossgrid.paint.figure.FigureRequest;
import lossgrid.ui.control.Theme;
import lossgrid.ui.document.FileKind;
import lossgrid.ui.figure.FigureSource;
import lossgrid.ui.session.CardKind;
import lossgrid.ui.workbench.Workbench;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.FigureText;

/**
 * Figures, scripts and tables of what the window shows, into files or onto the clipboard. Each says that it is done.
 * Figures have the window's language and colours; encoding and writing happen in the background.
 */
public final class ExportActions {
    /** Of a picture on the clipboard: sharp enough for a slide. */
    private static final int CLIPBOARD_SCALE = 2;

    private final Workspace workspace;
    private final Workbench workbench;

    private ExportActions(Workspace workspace, Workbench workbench) {
        this.workspace = workspace;
        this.workbench = workbench;
    }

    /** Puts the menu of everything that can be got out of a window into its bar. */
    public static void install(Workspace workspace, Workbench workbench) {
        ExportActions actions = new ExportActions(workspace, workbench);
        workbench.addExports(new ExportMenu(workspace.messages(), actions), actions::copyPicture);
    }

    /** The card that has the keyboard, or had it last. */
    CardKind card() {
        return workbench.board().lastFocused();
    }

    /** Shows the dialog in which a figure is chosen. */
    void chooseFigure() {
        FigureSource source = FigureSource.of(workspace);
        ObjectProperty<FigureRequest> last = workspace.view().figureProperty();
        new FigureDialog(workbench.getScene().getWindow(), workspace.messages(), source, last.get(), request -> {
                    last.set(request);
                    export(request, source, "");
                })
                .show();
    }

    /** A figure as wide as its part is in the window, in the window's theme and type. */
    FigureRequest asShown(FigurePart part, FigureFormat format, int scale) {
        double width = FigureSource.card(part)
                .map(card -> workbench.board().card(card).getWidth())
                .orElse(workbench.getWidth());
        double type = workbench.typeSize();
        return new FigureRequest(
                part,
                FigureLength.px(Math.rint(Math.max(width, FigureRequest.LEAST_EMS * type)) * scale),
                FigureLength.px(type * scale),
                workbench.theme() == Theme.DARK ? FigureGround.DARK : FigureGround.LIGHT,
                format,
                FigureRequest.USUAL_RESOLUTION);
    }

    void png(FigurePart part, int scale) {
        export(asShown(part, FigureFormat.PNG, scale), FigureSource.of(workspace), scale == 1 ? "" : "@" + scale + "x");
    }

    void svg(FigurePart part) {
        export(asShown(part, FigureFormat.SVG, 1), FigureSource.of(workspace), "");
    }

    /** Draws a figure once its file has been chosen. */
    private void export(FigureRequest request, FigureSource source, String suffix) {
        FigurePart shown = source.resolve(request.part());
        String name = (shown == FigurePart.BOARD ? "" : "-" + shown.key()) + suffix;
        FileKind kind =
                switch (request.format()) {
                    case PNG -> FileKind.PNG;
                    case SVG -> FileKind.SVG;
                };
        workspace.documents().export(kind, name, () -> FigurePicture.content(request, source));
    }

    void torchScript() {
        script("", TorchScript::of);
    }

    void numpyScript() {
        script("-numpy", NumpyScript::of);
    }

    /** A script is made in the background, since it holds all numbers. */
    private void script(String suffix, Function<Analysis, String> script) {
        Analysis analysis = workspace.session().analysis();
        workspace
                .documents()
                .export(
                        FileKind.PYTHON,
                        suffix,
                        () -> out -> out.write(script.apply(analysis).getBytes(StandardCharsets.UTF_8)));
    }

    void latex() {
        workspace
                .documents()
                .export(
                        FileKind.LATEX,
                        "",
                        () -> text(BoardLatex.of(workspace.session().analysis(), workspace.messages())));
    }

    private static AtomicFile.Content text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Puts the screen that is shown onto the clipboard. */
    public void copyPicture() {
        WritableImage image = FigurePicture.image(
                asShown(FigurePart.SCREEN, FigureFormat.PNG, CLIPBOARD_SCALE), FigureSource.of(workspace));
        ClipboardContent content = new ClipboardContent();
        content.putImage(image);
        Clipboard.getSystemClipboard().setContent(content);
        workspace
                .notices()
                .say(
                        FigureText.NOTICE_COPIED_PICTURE,
                        Long.toString(Math.round(image.getWidth())),
                        Long.toString(Math.round(image.getHeight())));
    }

    void copyTorchScript() {
        Analysis analysis = workspace.session().analysis();
        workspace.documents().compute(() -> TorchScript.of(analysis), workspace.notices()::copyCode);
    }
}
