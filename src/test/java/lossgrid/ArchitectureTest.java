package lossgrid;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lossgrid.core.array.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The rooms of the program and the arrows between them, as the architecture page draws them. A rule that names a
 * package fails when that package is empty or gone.
 */
class ArchitectureTest {
    /** What each parent holds, from the top down: a room may import those that come after it, and none before it. */
    private enum Parent {
        APP("commands are started by the program, not the other way round", "app", "app.check"),
        UI(
                "a pane can be understood, and tested, without the screens that show it",
                "ui",
                "ui.export",
                "ui.figure",
                "ui.workbench",
                "ui.doctor",
                "ui.compare",
                "ui.explain",
                "ui.side",
                "ui.setup",
                "ui.encoding",
                "ui.board",
                "ui.formula",
                "ui.workspace",
                "ui.document",
                "ui.grid",
                "ui.settings",
                "ui.keys",
                "ui.session",
                "ui.control"),
        WORDS("texts are one room", "words"),
        IO(
                "a format is read the same whoever asks for the file",
                "io.python",
                "io.recovery",
                "io.document",
                "io.intake",
                "io.image",
                "io.npy",
                "io.json",
                "io.messages",
                "io.disk"),
        PAINT(
                "colours and places are the same for every kind of grid",
                "paint.figure",
                "paint.mask",
                "paint.grid",
                "paint.overview",
                "paint.geometry",
                "paint.color"),
        MODEL(
                "a document says nothing about what is found in it, and a finding nothing about where it is compared",
                "model.compare",
                "model.compare.mistake",
                "model.finding.rule",
                "model.finding.rule.recipe",
                "model.finding.rule.shape",
                "model.finding.rule.value",
                "model.finding.evidence",
                "model.finding",
                "model.ways",
                "model.derivation",
                "model.edit",
                "model.analysis",
                "model.example",
                "model.document",
                "model.encoding",
                "model.text"),
        CORE(
                "it can be read in the order of the mathematics: arrays, arithmetic, labels, losses",
                "core.loss",
                "core.label",
                "core.math",
                "core.array");

        private final String reason;

        @SuppressWarnings("ImmutableEnumChecker") // List.of makes an immutable one.
        private final List<String> rooms;

        Parent(String reason, String... rooms) {
            this.reason = reason;
            this.rooms = List.of(rooms);
        }

        private String all() {
            return "lossgrid." + name().toLowerCase(Locale.ROOT) + "..";
        }
    }

    private static final String CORE = Parent.CORE.all();
    private static final String MODEL = Parent.MODEL.all();
    private static final String IO = Parent.IO.all();
    private static final String PAINT = Parent.PAINT.all();
    private static final String WORDS = Parent.WORDS.all();
    private static final String UI = Parent.UI.all();
    private static final String APP = Parent.APP.all();
    private static final String BACKGROUND = "lossgrid.ui.session.Background";

    private static final int MOST_FILES = 30;
    /** Until its losses are one engine. */
    private static final String LARGE = "lossgrid.core.loss";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(Tensor.class.getProtectionDomain().getCodeSource().getLocation());

    private static void check(ArchRule rule) {
        rule.check(CLASSES);
    }

    @Test
    void thereAreClassesToCheck() {
        assertThat(CLASSES.size()).isGreaterThan(400);
        assertThat(CLASSES.contain("lossgrid.model.analysis.Analyzer")).isTrue();
        assertThat(CLASSES.contain(BACKGROUND)).isTrue();
        assertThat(CLASSES.contain("lossgrid.ArchitectureTest")).isFalse();
    }

    @Test
    void everyRoomHasItsPlaceInTheRules() {
        Set<String> named = new TreeSet<>();
        for (Parent parent : Parent.values()) {
            parent.rooms.forEach(room -> named.add("lossgrid." + room));
        }
        Set<String> there = new TreeSet<>();
        CLASSES.forEach(type -> there.add(type.getPackageName()));
        there.remove("");
        assertThat(there).isEqualTo(named);
    }

    @ParameterizedTest
    @EnumSource(Parent.class)
    void roomsOfAParentImportWhatIsBelowThem(Parent parent) {
        LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String room : parent.rooms) {
            layers = layers.layer(room).definedBy("lossgrid." + room);
        }
        for (int below = 0; below < parent.rooms.size(); below++) {
            String room = parent.rooms.get(below);
            layers = below == 0
                    ? layers.whereLayer(room).mayNotBeAccessedByAnyLayer()
                    : layers.whereLayer(room)
                            .mayOnlyBeAccessedByLayers(
                                    parent.rooms.subList(0, below).toArray(String[]::new));
        }
        check(layers.because(parent.reason));
    }

    @Test
    void parentsImportWhatIsBelowThem() {
        LayeredArchitecture layers = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("app")
                .definedBy(APP)
                .layer("ui")
                .definedBy(UI)
                .layer("words")
                .definedBy(WORDS)
                .layer("io")
                .definedBy(IO)
                .layer("paint")
                .definedBy(PAINT)
                .layer("model")
                .definedBy(MODEL)
                .layer("core")
                .definedBy(CORE);
        check(layers.whereLayer("app")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("ui")
                .mayOnlyBeAccessedByLayers("app")
                .whereLayer("words")
                .mayOnlyBeAccessedByLayers("app", "ui")
                .whereLayer("io")
                .mayOnlyBeAccessedByLayers("app", "ui", "words")
                .whereLayer("paint")
                .mayOnlyBeAccessedByLayers("app", "ui", "words")
                .whereLayer("model")
                .mayOnlyBeAccessedByLayers("app", "ui", "words", "io")
                .because("a newcomer reads them one after the other: files hold documents, not what is painted of them,"
                        + " and paint turns numbers into colours, whatever they mean"));
    }

    @Test
    void noPackagesStandInACircle() {
        check(slices().matching("lossgrid.(**)")
                .should()
                .beFreeOfCycles()
                .because("a room that needs another which needs it is one room"));
    }

    @Test
    void noRoomIsTooLargeToBeSeenAtOnce() {
        Map<String, Long> files = CLASSES.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(groupingBy(JavaClass::getPackageName, counting()));
        assertThat(files.remove(LARGE)).isGreaterThan(MOST_FILES);
        assertThat(files).allSatisfy((room, count) -> assertThat(count).isLessThanOrEqualTo(MOST_FILES));
    }

    @Test
    void checkKnowsNoWindow() {
        check(noClasses()
                .that()
                .resideInAPackage("lossgrid.app.check")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(UI, "javafx..")
                .because("thousands of masks are checked on machines without a display"));
    }

    @Test
    void coreKnowsTheJavaLanguageAlone() {
        check(classes()
                .that()
                .resideInAPackage(CORE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(CORE, "java.lang..", "java.util..", "java.math..", "org.jspecify..")
                .because("its numbers and words must be provable without anything around them"));
    }

    @Test
    void modelKnowsCore() {
        check(classes()
                .that()
                .resideInAPackage(MODEL)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        CORE, MODEL, "java.lang..", "java.util..", "java.math..", "java.text..", "org.jspecify..")
                .because("the document and its analysis are pure values and functions"));
    }

    @Test
    void javaFxStaysInUiAndApp() {
        for (String parent : List.of(CORE, MODEL, IO, PAINT, WORDS)) {
            check(noClasses()
                    .that()
                    .resideInAPackage(parent)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("javafx..")
                    .because("all but the window works and is tested without a toolkit"));
        }
    }

    @Test
    void coreAndModelReadAndWriteNothing() {
        DescribedPredicate<JavaClass> files =
                resideInAnyPackage("java.io..", "java.nio.file..", "java.nio.channels..", "java.net..", "java.sql..");
        for (String parent : List.of(CORE, MODEL)) {
            check(noClasses()
                    .that()
                    .resideInAPackage(parent)
                    .should()
                    .dependOnClassesThat(files)
                    .because("what follows from a document must not depend on the machine"));
        }
    }

    @Test
    void oneClassAloneReturnsToTheFxThread() {
        DescribedPredicate<JavaAccess<?>> runLater = DescribedPredicate.describe(
                "Platform.runLater",
                access -> access.getTargetOwner().getFullName().equals("javafx.application.Platform")
                        && access.getTarget().getName().equals("runLater"));
        check(noClasses()
                .that()
                .doNotHaveFullyQualifiedName(BACKGROUND)
                .should()
                .accessTargetWhere(runLater)
                .because("the newest request wins in " + BACKGROUND + ", and nobody else has to think of threads"));
    }

    @Test
    void onlyTheCommandLineUsesTheStandardStreams() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(APP)
                .should(ACCESS_STANDARD_STREAMS)
                .because("nobody reads them beside a window"));
    }

    @Test
    void messagesGoThroughTheSystemLogger() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(APP)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .because("java.logging is one of System.Logger's possible ends, which only the program chooses"));
    }
}
