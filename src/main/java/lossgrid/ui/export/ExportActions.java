package lossgrid.ui.export;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import lossgrid.io.disk.AtomicFile;
import lossgrid.io.python.NumpyScript;
import lossgrid.io.python.TorchScript;
import lossgrid.model.analysis.Analysis;
import lossgrid.ui.control.PngEncoder;
import lossgrid.ui.document.FileKind;
import lossgrid.ui.session.CardKind;
import lossgrid.ui.workbench.Workbench;
import lossgrid.ui.workspace.Workspace;

/**
 * Pictures, scripts and tables of what the window shows, into files or onto the clipboard. Pictures are drawn anew at
 * the scale asked for, with the window's size, language, theme and selected pixel; encoding and writing happen in the
 * background.
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

    /** The form of a picture of the window as it is now. */
    BoardPicture.Form form(PicturePart part, int scale) {
        return new BoardPicture.Form(
                (int) Math.round(workbench.getWidth()),
                (int) Math.round(workbench.getHeight()),
                scale,
                workspace.messages().language(),
                workbench.theme(),
                part);
    }

    void png(PicturePart part, int scale) {
        workspace.documents().export(FileKind.PNG, suffix(part) + (scale == 1 ? "" : "@" + scale + "x"), () -> {
            WritableImage image = image(part, scale);
            return out -> {
                BufferedImage pixels = part.card().isPresent() ? PngEncoder.buffered(image) : PngEncoder.opaque(image);
                PngEncoder.writePng(pixels, out);
            };
        });
    }

    void svg(PicturePart part) {
        workspace
                .documents()
                .export(
                        FileKind.SVG,
                        suffix(part),
                        () -> text(BoardPicture.svg(
                                workspace.session().experiment(), form(part, 1), workspace.view()::copyTo)));
    }

    private WritableImage image(PicturePart part, int scale) {
        return BoardPicture.image(workspace.session().experiment(), form(part, scale), workspace.view()::copyTo);
    }

    private static String suffix(PicturePart part) {
        return part.card().isPresent() ? "-" + part.id() : "";
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

    void document() {
        workspace.documents().saveAs();
    }

    public void copyPicture() {
        ClipboardContent content = new ClipboardContent();
        content.putImage(image(PicturePart.BOARD, CLIPBOARD_SCALE));
        Clipboard.getSystemClipboard().setContent(content);
    }

    void copyTorchScript() {
        Analysis analysis = workspace.session().analysis();
        workspace.documents().compute(() -> TorchScript.of(analysis), script -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(script);
            Clipboard.getSystemClipboard().setContent(content);
        });
    }
}
