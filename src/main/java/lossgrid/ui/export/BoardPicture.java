package lossgrid.ui.export;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import lossgrid.io.document.SaveOutcome;
import lossgrid.io.recovery.RecoveryStore.Leftover;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.compare.ComparisonRequest;
import lossgrid.model.document.Experiment;
import lossgrid.model.example.RoleGuess;
import lossgrid.ui.control.Fonts;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.PngEncoder;
import lossgrid.ui.control.Theme;
import lossgrid.ui.document.Dialogs;
import lossgrid.ui.document.DocumentActions;
import lossgrid.ui.document.FileKind;
import lossgrid.ui.document.ImportTarget;
import lossgrid.ui.session.Background;
import lossgrid.ui.session.CardsShown;
import lossgrid.ui.session.Screen;
import lossgrid.ui.session.Session;
import lossgrid.ui.workbench.Workbench;
import lossgrid.ui.workspace.Diagnosis;
import lossgrid.ui.workspace.ViewState;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.Language;

/**
 * The workbench as a picture, drawn without a window: all of it or a part, as pixels or as SVG. On the JavaFX thread.
 */
public final class BoardPicture {
    /** Larger pictures are not drawn. */
    public static final double MAX_PIXELS = 1e8;

    /** Pixels a unit of what SVG can only hold as a picture. */
    private static final double SVG_RESOLUTION = 3;

    /**
     * The size, language, theme and part of a picture.
     *
     * @param width of the window that the picture stands for, in units
     * @param scale pixels a unit; of no meaning for SVG
     */
    public record Form(int width, int height, double scale, Language language, Theme theme, PicturePart part) {
        Form withScale(double value) {
            return new Form(width, height, value, language, theme, part);
        }

        /** Whether the whole window has no more than {@link #MAX_PIXELS}. */
        public boolean isAllowed() {
            return scale > 0 && width * scale * height * scale <= MAX_PIXELS;
        }
    }

    private final Session session;
    private final Form form;
    private final Workbench workbench;
    private final Node root;
    /** The area that the picture shows, in the coordinates of the root's parent. */
    private final Rectangle2D view;

    private BoardPicture(Experiment experiment, Form form, Consumer<ViewState> prepare) {
        Fonts.loadChinese();
        this.form = form;
        session = new Session(experiment);
        Messages messages = new Messages(form.language());
        DocumentActions documents = new DocumentActions(session, messages, new NoDialogs(), new Background());
        ViewState viewState = new ViewState(session);
        prepare.accept(viewState);
        if (form.part().card().isPresent()) {
            viewState.screenProperty().set(Screen.BOARD);
            viewState.cardsProperty().set(CardsShown.ALL);
        }
        Diagnosis diagnosis = new Diagnosis(session);
        Workspace workspace = new Workspace(session, viewState, messages, documents, diagnosis, form.scale());
        workbench = new Workbench(workspace, form.theme());
        ExportActions.install(workspace, workbench);
        Scene scene = workbench.scene(form.width(), form.height());
        workbench.applyCss();
        workbench.layout();
        root = form.part().card().<Node>map(workbench.board()::card).orElse(scene.getRoot());
        view = viewOf();
    }

    private Rectangle2D viewOf() {
        double bar = form.part() == PicturePart.BOARD
                ? workbench.getTop().getBoundsInParent().getMaxY()
                : 0;
        Bounds bounds = form.part().card().isPresent()
                ? root.getBoundsInParent()
                : new BoundingBox(0, bar, form.width(), form.height() - bar);
        return new Rectangle2D(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
    }

    /** Shows this face of the window. */
    public static Consumer<ViewState> showing(Screen screen) {
        return view -> view.screenProperty().set(screen);
    }

    /** Shows the doctor's face, which compares this. */
    public static Consumer<ViewState> comparing(ComparisonRequest compared) {
        return view -> {
            view.screenProperty().set(Screen.DOCTOR);
            view.comparing().show(compared);
        };
    }

    /**
     * Draws the workbench with this document, or a part of it; a card alone has transparent corners.
     *
     * @param prepare chooses what the window shows of the document
     */
    public static BufferedImage draw(Experiment experiment, Form form, Consumer<ViewState> prepare) {
        WritableImage image = image(experiment, form, prepare);
        return form.part().card().isPresent() ? PngEncoder.buffered(image) : PngEncoder.opaque(image);
    }

    static WritableImage image(Experiment experiment, Form form, Consumer<ViewState> prepare) {
        return new BoardPicture(experiment, form, prepare).image();
    }

    /** The same as an SVG document, whose texts are texts. */
    public static String svg(Experiment experiment, Form form, Consumer<ViewState> prepare) {
        return new BoardPicture(experiment, form.withScale(SVG_RESOLUTION), prepare).svg();
    }

    private WritableImage image() {
        double scale = form.scale();
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        parameters.setTransform(Transform.scale(scale, scale));
        parameters.setViewport(new Rectangle2D(
                Math.round(view.getMinX() * scale),
                Math.round(view.getMinY() * scale),
                Math.round(view.getWidth() * scale),
                Math.round(view.getHeight() * scale)));
        return root.snapshot(parameters, null);
    }

    private String svg() {
        SvgWriter svg = new SvgWriter();
        SceneSvg.write(svg, root, view, SVG_RESOLUTION);
        Analysis analysis = session.analysis();
        String loss =
                analysis.loss().value().map(result -> "loss " + result.value()).orElse("");
        return svg.document(
                view.getWidth(), view.getHeight(), analysis.experiment().title(), loss);
    }

    /** Runs on the JavaFX thread. */
    public static Executor executor() {
        return Background::onFxThread;
    }

    /** A picture asks nothing. */
    private static final class NoDialogs implements Dialogs {
        @Override
        public Optional<Path> chooseFileToOpen() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseFileToSave(FileKind kind, String suggestedName) {
            return Optional.empty();
        }

        @Override
        public Unsaved askAboutUnsaved(String documentName, boolean isInFile) {
            return Unsaved.CANCEL;
        }

        @Override
        public ChangedOnDisk askAboutChange(String documentName, SaveOutcome why) {
            return ChangedOnDisk.CANCEL;
        }

        @Override
        public Recovered offerRecovered(List<Leftover> leftovers) {
            return new Recovered.Later();
        }

        @Override
        public Optional<Integer> chooseArray(String file, List<String> arrays, int suggested) {
            return Optional.empty();
        }

        @Override
        public Optional<ImportTarget> askLabelsOrLogits(String array, RoleGuess guess) {
            return Optional.of(ImportTarget.of(guess));
        }

        @Override
        public void showError(String what, String why) {
            throw new IllegalStateException(what + ": " + why);
        }
    }
}
