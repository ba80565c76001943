package lossgrid.ui;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;
import lossgrid.io.document.Lesson;
import lossgrid.ui.control.Fonts;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.Theme;
import lossgrid.ui.document.Dialogs;
import lossgrid.ui.document.DocumentActions;
import lossgrid.ui.document.FxDialogs;
import lossgrid.ui.document.PersistentState;
import lossgrid.ui.document.RecoveryOffer;
import lossgrid.ui.export.ExportActions;
import lossgrid.ui.session.Background;
import lossgrid.ui.session.CardKind;
import lossgrid.ui.session.Session;
import lossgrid.ui.settings.PreferenceStore;
import lossgrid.ui.settings.Preferences;
import lossgrid.ui.workbench.Workbench;
import lossgrid.ui.workspace.Diagnosis;
import lossgrid.ui.workspace.ViewState;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.Language;
import lossgrid.words.Text;

/** The window: one document, its workbench, and the questions asked before it closes. */
public final class MainWindow {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double LEAST_WIDTH = 960;
    private static final double LEAST_HEIGHT = 600;

    private final Stage stage;
    private final Session session;
    private final Messages messages;
    private final DocumentActions documents;
    private final Workspace workspace;
    private final Workbench workbench;
    private final Dialogs dialogs;
    private final Background background = new Background();
    /** A thread apart from that of files, which must not wait for the analysis of a large document. */
    private final Background thinking = new Background();

    public MainWindow(Stage stage, Lesson lesson, Language language, Theme theme, PersistentState persistentState) {
        this(stage, lesson, new Messages(language), theme, persistentState);
    }

    private MainWindow(Stage stage, Lesson lesson, Messages messages, Theme theme, PersistentState persistentState) {
        this(stage, lesson, messages, theme, new FxDialogs(stage, messages), persistentState);
    }

    /** A window that does not keep state beside the documents. */
    MainWindow(Stage stage, Lesson lesson, Messages messages, Theme theme, Dialogs dialogs) {
        this(stage, lesson, messages, theme, dialogs, PersistentState.nothing());
    }

    public MainWindow(
            Stage stage,
            Lesson lesson,
            Messages messages,
            Theme theme,
            Dialogs dialogs,
            PersistentState persistentState) {
        CompletableFuture<Void> chinese = CompletableFuture.runAsync(Fonts::loadChinese);
        this.stage = stage;
        this.messages = messages;
        this.dialogs = dialogs;
        session = new Session(lesson.open(), thinking);
        documents = new DocumentActions(session, messages, dialogs, background, persistentState);
        documents.open(lesson);
        workspace = new Workspace(session, new ViewState(session), messages, documents, new Diagnosis(session), 1);
        workbench = new Workbench(workspace, theme);
        ExportActions.install(workspace, workbench);
        // From here on text is laid out.
        chinese.join();
        stage.setScene(workbench.scene(WIDTH, HEIGHT));
        fitScreen();
        followPresentation();
        session.follow(Function.identity(), this::name, messages.languageProperty());
        name();
        stage.setOnCloseRequest(event -> {
            event.consume();
            documents.afterSaving(stage::hide);
        });
        stage.setOnHidden(_ -> {
            documents.close();
            thinking.close();
            background.finish();
        });
    }

    /** Makes a presentation full-screen; leaving full screen ends the presentation. */
    private void followPresentation() {
        stage.setFullScreenExitHint("");
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        ViewState view = workspace.view();
        view.presentationProperty().subscribe((before, now) -> {
            if (before.isPresent() != now.isPresent()) {
                stage.setFullScreen(now.isPresent());
            }
        });
        stage.fullScreenProperty().subscribe(isFull -> {
            if (!isFull) {
                view.leavePresentation();
            }
        });
    }

    /** Applies the user's zoom, and saves changes of the preferences from now on. */
    public void remember(PreferenceStore settings, Preferences loaded) {
        ObjectProperty<Preferences> kept = new SimpleObjectProperty<>(loaded);
        workspace.view().zoomProperty().set(loaded.zoom());
        workspace.view().figureProperty().set(loaded.figure());
        messages.languageProperty()
                .subscribe((_, language) -> kept.set(kept.get().with(language)));
        workbench.themeProperty().subscribe((_, theme) -> kept.set(kept.get().with(theme)));
        workspace
                .view()
                .zoomProperty()
                .subscribe((_, zoom) -> kept.set(kept.get().withZoom(zoom.doubleValue())));
        workspace.view().legendProperty().set(loaded.legend());
        workspace
                .view()
                .legendProperty()
                .subscribe((_, isUnfolded) -> kept.set(kept.get().withLegend(isUnfolded)));
        workspace
                .view()
                .figureProperty()
                .subscribe((_, figure) -> kept.set(kept.get().with(figure)));
        kept.subscribe((_, changed) -> settings.save(changed));
    }

    private void fitScreen() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
        if (screen.getWidth() < WIDTH || screen.getHeight() < HEIGHT) {
            stage.setWidth(Math.min(WIDTH, screen.getWidth()));
            stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
        }
    }

    private void name() {
        stage.setTitle((session.frame().isUnsaved() ? "*" : "") + documents.documentName() + " — Lossgrid");
    }

    public void show() {
        stage.show();
        documents.recents().refresh();
        workbench.board().card(CardKind.LOGITS).grid().requestFocus();
    }

    /** Shows everything that is loaded at a start or soon after it, one after the other. */
    public void rehearse(Runnable done) {
        workbench.rehearse(done);
    }

    /** Offers documents left unsaved by a crash, if any. */
    public void offerRecovered() {
        documents.offer().ifPresent(RecoveryOffer::look);
    }

    /** Lets the desktop show the folder of an exported file. */
    public void openFoldersWith(Consumer<Path> shown) {
        workspace.notices().openFoldersWith(shown);
    }

    /** Opens a document instead of the present one. */
    public void open(Path file) {
        documents.open(file);
    }

    /** Tells the user about a bug; the document is kept. May be called on any thread. */
    public void reportBug(String details) {
        Background.onFxThread(
                () -> dialogs.showError(messages.get(Text.BUG_TITLE), messages.get(Text.BUG_TEXT, details)));
    }

    public Session session() {
        return session;
    }

    public Workspace workspace() {
        return workspace;
    }

    public Workbench workbench() {
        return workbench;
    }
}
