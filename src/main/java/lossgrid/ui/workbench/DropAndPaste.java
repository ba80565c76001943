package lossgrid.ui.workbench;

import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import lossgrid.io.intake.ArrayFiles;
import lossgrid.io.intake.FileExtensions;
import lossgrid.ui.board.Board;
import lossgrid.ui.board.StageCard;
import lossgrid.ui.control.PngEncoder;
import lossgrid.ui.doctor.DoctorPane;
import lossgrid.ui.document.ArrayImport;
import lossgrid.ui.document.ImportTarget;
import lossgrid.ui.session.CardKind;
import lossgrid.ui.session.Screen;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.Text;
import org.jspecify.annotations.Nullable;

/**
 * Handles files dropped on the window, and text and images pasted on the doctor screen. While files are dragged, the
 * card that would receive them is marked.
 */
final class DropAndPaste {
    private static final PseudoClass DROP_TARGET = PseudoClass.getPseudoClass("drop-target");
    private static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);

    private final Workspace workspace;
    private final Board board;
    private final DoctorPane doctor;
    private @Nullable Node marked;

    DropAndPaste(Workspace workspace, Region window, Board board, DoctorPane doctor) {
        this.workspace = workspace;
        this.board = board;
        this.doctor = doctor;
        window.addEventHandler(DragEvent.DRAG_OVER, this::over);
        window.addEventHandler(DragEvent.DRAG_EXITED, _ -> mark(null));
        window.addEventHandler(DragEvent.DRAG_DROPPED, this::drop);
        doctor.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void over(DragEvent event) {
        if (hasFiles(event.getDragboard())) {
            event.acceptTransferModes(TransferMode.COPY);
            Path file = event.getDragboard().getFiles().getFirst().toPath();
            mark(FileExtensions.isArray(file) ? card(target(event.getTarget())) : null);
            event.consume();
        }
    }

    /** The target of a drop: logits on the logits' card, labels everywhere else. */
    static ImportTarget target(Object under) {
        for (Node up = under instanceof Node node ? node : null; up != null; up = up.getParent()) {
            if (up instanceof StageCard card && card.kind() == CardKind.LOGITS) {
                return ImportTarget.LOGITS;
            }
        }
        return ImportTarget.LABELS;
    }

    private Node card(ImportTarget target) {
        if (workspace.view().screen() == Screen.DOCTOR) {
            return doctor.labels();
        }
        return board.card(
                switch (target) {
                    case LOGITS -> CardKind.LOGITS;
                    case LABELS -> CardKind.LABELS;
                });
    }

    private void mark(@Nullable Node card) {
        if (marked != null) {
            marked.pseudoClassStateChanged(DROP_TARGET, false);
        }
        marked = card;
        if (card != null) {
            card.pseudoClassStateChanged(DROP_TARGET, true);
        }
    }

    private void drop(DragEvent event) {
        mark(null);
        if (hasFiles(event.getDragboard())) {
            importFiles(paths(event.getDragboard()), Optional.of(target(event.getTarget())));
            event.setDropCompleted(true);
            event.consume();
        }
    }

    private static boolean hasFiles(Clipboard clipboard) {
        return clipboard.hasFiles() && !clipboard.getFiles().isEmpty();
    }

    private static List<Path> paths(Clipboard clipboard) {
        return clipboard.getFiles().stream().map(File::toPath).toList();
    }

    /**
     * Imports files: a document replaces the present one, labels and logits become part of it. Of several files those
     * that fit into one document are imported, and the others are named.
     */
    private void importFiles(List<Path> files, Optional<ImportTarget> target) {
        workspace
                .documents()
                .compute(
                        () -> files.stream().filter(ArrayFiles::isArray).toList(),
                        arrays -> importFiles(files, arrays, target));
    }

    private void importFiles(List<Path> files, List<Path> arrays, Optional<ImportTarget> target) {
        ArrayImport intake = workspace.documents().intake();
        Path first = files.getFirst();
        if (!arrays.contains(first)) {
            workspace.documents().openRecent(first);
            nameOthers(files, List.of(first));
        } else if (arrays.size() == 1) {
            intake.importFile(first, target);
            nameOthers(files, arrays);
        } else {
            intake.importBoth(first, arrays.get(1), target, count -> nameOthers(files, arrays.subList(0, count)));
        }
    }

    private void nameOthers(List<Path> files, List<Path> imported) {
        List<String> left = files.stream()
                .filter(file -> !imported.contains(file))
                .map(file -> String.valueOf(file.getFileName()))
                .toList();
        if (!left.isEmpty()) {
            workspace.documents().intake().sayLeft(left);
        }
    }

    private void key(KeyEvent event) {
        if (PASTE.match(event) && !(event.getTarget() instanceof TextInputControl)) {
            paste(Clipboard.getSystemClipboard());
            event.consume();
        }
    }

    private void paste(Clipboard clipboard) {
        ArrayImport intake = workspace.documents().intake();
        String name = workspace.messages().get(Text.CLIPBOARD);
        if (hasFiles(clipboard)) {
            importFiles(paths(clipboard), Optional.empty());
        } else if (clipboard.hasImage()) {
            BufferedImage image = PngEncoder.buffered(clipboard.getImage());
            intake.importContent(
                    () -> PngEncoder.png(withoutNeedlessAlpha(image)), name, Optional.of(ImportTarget.LABELS));
        } else if (clipboard.hasString()) {
            String text = clipboard.getString();
            intake.importContent(() -> text.getBytes(StandardCharsets.UTF_8), name, Optional.empty());
        }
    }

    /** Removes the alpha channel of an opaque image, since clipboards add one to every image. */
    private static BufferedImage withoutNeedlessAlpha(BufferedImage image) {
        int width = image.getWidth();
        int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        for (int argb : pixels) {
            if (argb >>> 24 != 0xff) {
                return image;
            }
        }
        BufferedImage opaque = new BufferedImage(width, image.getHeight(), BufferedImage.TYPE_INT_RGB);
        opaque.setRGB(0, 0, width, image.getHeight(), pixels, 0, width);
        return opaque;
    }
}
