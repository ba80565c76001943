package lossgrid.ui.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lossgrid.ui.board.Board;
import lossgrid.ui.board.BoardScroll;
import lossgrid.ui.compare.CatalogueButton;
import lossgrid.ui.control.FirstFrame;
import lossgrid.ui.control.Fonts;
import lossgrid.ui.control.NoticeBar;
import lossgrid.ui.control.PopoverLayer;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.control.Theme;
import lossgrid.ui.doctor.DoctorPane;
import lossgrid.ui.document.DocumentActions;
import lossgrid.ui.document.RecoveryNotice;
import lossgrid.ui.explain.TracebackDialog;
import lossgrid.ui.keys.FocusRegions;
import lossgrid.ui.keys.Shortcut;
import lossgrid.ui.keys.ShortcutSheet;
import lossgrid.ui.session.Frame;
import lossgrid.ui.session.Presentation;
import lossgrid.ui.session.Screen;
import lossgrid.ui.session.Session;
import lossgrid.ui.session.TextScale;
import lossgrid.ui.side.DescentSection;
import lossgrid.ui.side.FindingsSection;
import lossgrid.ui.side.InspectorSection;
import lossgrid.ui.side.LedgerSection;
import lossgrid.ui.side.SidePanel;
import lossgrid.ui.side.WaysSection;
import lossgrid.ui.workspace.ViewState;
import lossgrid.ui.workspace.Workspace;
import lossgrid.words.Text;

/** The whole content of the window: top bar, board and status bar. The same for the screen and for images. */
public final class Workbench extends BorderPane {
    private static final PseudoClass PRESENTING = PseudoClass.getPseudoClass("presenting");

    private static final PseudoClass WHOLE = PseudoClass.getPseudoClass("whole-board");
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    /** A width relative to the font size. */
    private static final double NARROWER_THAN = 100;

    private static final double NOTICE_MARGIN = 12;

    private final Workspace workspace;
    private final Board board;
    private final DoctorPane doctor;
    private final PopoverLayer popovers = new PopoverLayer();
    private final TopBar topBar;
    private final CatalogueButton catalogue;
    private final PresentationBar presentationBar;
    private final InspectorSection inspector;
    private final FocusRegions regions;
    private final ShortcutSheet sheet;
    private final ObjectProperty<Theme> theme;
    private double typeSize = TextScale.DESIGN;
    private Runnable copyPicture = () -> {};

    public Workbench(Workspace workspace, Theme theme) {
        this.workspace = workspace;
        this.theme = new SimpleObjectProperty<>(theme);
        // Before the first control, which would load the default sheet.
        theme.apply();
        getStyleClass().add("workbench");
        board = new Board(workspace, popovers);
        topBar = new TopBar(workspace, this::switchTheme, popovers);
        EditMenu edit = new EditMenu(workspace.messages(), board::focusedGrid);
        topBar.addAfter("redo", edit);
        topBar.add(new ScreenSwitch(workspace.view(), workspace.messages()));
        catalogue = new CatalogueButton(workspace, popovers);
        topBar.add(catalogue);
        topBar.add(new HelpButton(workspace.messages(), popovers, this::showKeys));
        presentationBar = new PresentationBar(workspace);
        inspector = new InspectorSection(workspace);
        SidePanel side = new SidePanel(
                inspector,
                new LedgerSection(workspace),
                new WaysSection(workspace),
                new FindingsSection(workspace),
                new DescentSection(workspace));
        side.accessibleTextProperty().bind(workspace.messages().bind(Text.REGION_SIDE));
        StatusBar statusBar = new StatusBar(workspace, popovers);
        BoardScroll boardScroll = new BoardScroll(board);
        doctor = new DoctorPane(workspace, popovers);
        new DropAndPaste(workspace, this, board, doctor);
        workspace
                .documents()
                .intake()
                .onImported(() -> workspace.view().screenProperty().set(Screen.DOCTOR));
        // Added in the order of the Tab key.
        setTop(new StackPane(topBar, presentationBar));
        NoticeBar notice = new NoticeBar(workspace.notices(), workspace.messages());
        StackPane.setAlignment(notice, Pos.BOTTOM_CENTER);
        StackPane.setMargin(notice, new Insets(NOTICE_MARGIN));
        setCenter(new StackPane(boardScroll, doctor, computingNote(), notice));
        // Cells of another shape do not belong to the document: they can be read but not edited.
        List.of(boardScroll, doctor, side)
                .forEach(part -> part.disableProperty().bind(workspace.session().observe(Frame::isStale)));
        setRight(side);
        setBottom(withNotice(statusBar));
        getChildren().add(popovers);
        regions = new FocusRegions(() -> parts(side, notice, statusBar));
        sheet = new ShortcutSheet(workspace.messages());
        new PresentationKeys(workspace, this, board, presentationBar);
        workspace.view().presentationProperty().subscribe(presentation -> {
            boolean isPresenting = presentation.isPresent();
            pseudoClassStateChanged(PRESENTING, isPresenting);
            pseudoClassStateChanged(WHOLE, isPresenting && presentation.get().isLast());
            SectionNodes.show(topBar, !isPresenting);
            SectionNodes.show(presentationBar, isPresenting);
        });
        ObservableValue<Boolean> isDoctor = workspace.view().screenProperty().map(screen -> screen == Screen.DOCTOR);
        isDoctor.subscribe(shown -> {
            SectionNodes.show(boardScroll, !shown);
            SectionNodes.show(edit, !shown);
            SectionNodes.show(doctor, shown);
        });
        isDoctor.subscribe(() -> showSide(side));
        workspace.view().presentationProperty().subscribe(() -> showSide(side));
        showSide(side);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                follow(scene);
            }
        });
        this.theme.subscribe(this::show);
        show(theme, theme);
    }

    /**
     * A scene with this in it. The style sheets are the scene's: with those of a parent JavaFX keeps a list of all
     * nodes below it, and searches all of it for each of them.
     */
    public Scene scene(double width, double height) {
        Scene scene = new Scene(new Region(), width, height);
        scene.getStylesheets().addAll(Theme.sheets());
        scene.getStylesheets().add(Fonts.sheet());
        scene.setRoot(this);
        return scene;
    }

    private void showKeys() {
        sheet.toggle(this);
    }

    private List<Parent> parts(SidePanel side, NoticeBar notice, StatusBar statusBar) {
        List<Parent> parts = new ArrayList<>(List.of(topBar, board, side));
        parts.addAll(doctor.columnsMade());
        parts.add(notice);
        parts.add(statusBar);
        return parts;
    }

    private Node computingNote() {
        Label note = new Label();
        note.setId("computing");
        note.getStyleClass().add("computing");
        note.textProperty().bind(workspace.messages().bind(Text.COMPUTING));
        note.visibleProperty().bind(workspace.session().observe(Frame::isComputing));
        note.setMouseTransparent(true);
        StackPane.setAlignment(note, Pos.TOP_CENTER);
        return note;
    }

    private void showSide(SidePanel side) {
        ViewState view = workspace.view();
        SectionNodes.show(
                side,
                view.screen() == Screen.BOARD
                        && view.presentationProperty().get().isEmpty());
    }

    /** Loads the formulas, which appear after the first frame, and then the other screen. */
    public void rehearse(Runnable done) {
        inspector.whenTypeset(() -> {
            workspace.view().screenProperty().set(Screen.DOCTOR);
            FirstFrame.then(done);
        });
    }

    private void follow(Scene scene) {
        Shortcut.install(scene.getAccelerators(), this::action);
        regions.follow(scene);
        scene.widthProperty().subscribe(this::sizeType);
        scene.heightProperty().subscribe(this::sizeType);
        workspace.view().zoomProperty().subscribe(this::sizeType);
        workspace.view().presentationProperty().subscribe(this::sizeType);
        sizeType();
    }

    private void sizeType() {
        Scene scene = getScene();
        if (scene == null) {
            return;
        }
        ViewState view = workspace.view();
        Optional<Presentation> presentation = view.presentationProperty().get();
        double size = TextScale.root(
                scene.getWidth(), scene.getHeight(), view.zoomProperty().get(), presentation);
        typeSize = size;
        pseudoClassStateChanged(NARROW, scene.getWidth() < NARROWER_THAN * size);
        setStyle(String.format(Locale.ROOT, "-fx-font-size: %.1fpx;", size));
    }

    private Node withNotice(StatusBar statusBar) {
        return workspace
                .documents()
                .recovery()
                .<Node>map(recovery ->
                        new VBox(new RecoveryNotice(recovery.problemProperty(), workspace.messages()), statusBar))
                .orElse(statusBar);
    }

    /** Adds the export menu, and the action of the shortcut that copies an image of the window. */
    public void addExports(Node menu, Runnable picture) {
        topBar.add(menu);
        copyPicture = picture;
    }

    public Board board() {
        return board;
    }

    public DoctorPane doctor() {
        return doctor;
    }

    /** The size of ordinary type, in units. */
    public double typeSize() {
        return typeSize;
    }

    public Theme theme() {
        return theme.get();
    }

    public PresentationBar presentationBar() {
        return presentationBar;
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    private void switchTheme() {
        theme.set(theme.get().other());
    }

    private void show(Theme before, Theme chosen) {
        getStyleClass().remove(before.styleClass());
        getStyleClass().add(chosen.styleClass());
        chosen.apply();
    }

    private Runnable action(Shortcut shortcut) {
        Session session = workspace.session();
        DocumentActions documents = workspace.documents();
        ViewState view = workspace.view();
        return switch (shortcut) {
            case NEW -> documents::openNew;
            case OPEN -> documents::open;
            case SAVE -> documents::save;
            case SAVE_AS -> documents::saveAs;
            case COPY_PICTURE -> () -> copyPicture.run();
            case UNDO -> session::undo;
            case REDO -> session::redo;
            case SCREEN -> () -> view.screenProperty().set(view.screen().other());
            case COMPARE -> catalogue::toggle;
            case PRESENT -> view::togglePresentation;
            case NEXT_REGION -> () -> regions.move(getScene(), 1);
            case PREVIOUS_REGION -> () -> regions.move(getScene(), -1);
            case LARGER_TYPE ->
                () -> view.zoomProperty()
                        .set(TextScale.larger(view.zoomProperty().get()));
            case SMALLER_TYPE ->
                () -> view.zoomProperty()
                        .set(TextScale.smaller(view.zoomProperty().get()));
            case NORMAL_TYPE -> () -> view.zoomProperty().set(1);
            case LANGUAGE -> workspace.messages()::switchLanguage;
            case THEME -> this::switchTheme;
            case EXPERIMENT -> topBar::toggleExperiment;
            case EXPLAIN_ERROR -> () -> new TracebackDialog(getScene().getWindow(), workspace).show();
            case MAXIMIZE_CARD -> () -> board.turnMaximizing(board.lastFocused());
            case FOLD_CARD -> () -> board.turnFold(board.lastFocused());
            case MORE_DIGITS -> () -> addDigits(1);
            case FEWER_DIGITS -> () -> addDigits(-1);
            case SHORTCUTS -> this::showKeys;
        };
    }

    private void addDigits(int more) {
        ViewState view = workspace.view();
        view.colorsProperty().set(view.colors().withDigits(view.colors().digits() + more));
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        popovers.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
