package lossgrid.ui;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import lossgrid.model.Experiment;

/** The workbench as a picture, drawn without a window. On the JavaFX thread. */
public final class BoardPicture {
    private BoardPicture() {}

    /**
     * Draws the workbench with this document.
     *
     * @param width of the window, in units
     * @param scale pixels a unit
     */
    public static BufferedImage draw(
            Experiment experiment, int width, int height, double scale, Language language, Theme theme) {
        Fonts.loadChinese();
        Session session = new Session(experiment);
        Messages messages = new Messages(language);
        DocumentActions documents = new DocumentActions(session, messages, new NoDialogs(), new Background());
        Workspace workspace = new Workspace(session, new ViewState(session), messages, documents, scale);
        Workbench workbench = new Workbench(workspace, theme);
        Scene scene = new Scene(workbench, width, height);
        workbench.applyCss();
        workbench.layout();
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(scale, scale));
        parameters.setViewport(new Rectangle2D(0, 0, Math.round(width * scale), Math.round(height * scale)));
        return toBuffered(scene.getRoot().snapshot(parameters, null));
    }

    /** Runs on the JavaFX thread. */
    public static Executor executor() {
        return Background::onFxThread;
    }

    private static BufferedImage toBuffered(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        out.setRGB(0, 0, width, height, pixels, 0, width);
        return out;
    }

    /** A picture asks nothing. */
    private static final class NoDialogs implements Dialogs {
        @Override
        public Optional<Path> chooseFileToOpen() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseFileToSave(String suggestedName) {
            return Optional.empty();
        }

        @Override
        public Unsaved askAboutUnsaved(String documentName) {
            return Unsaved.CANCEL;
        }

        @Override
        public void showError(String what, String why) {
            throw new IllegalStateException(what + ": " + why);
        }
    }
}
