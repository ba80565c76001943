package lossgrid;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import lossgrid.core.array.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrows between packages: {@code core ◀ model ◀ io}, {@code core ◀ paint}, {@code ui} sees all of these, {@code app} sees all. */
class ArchitectureTest {
    private static final String CORE = "lossgrid.core..";
    private static final String MODEL = "lossgrid.model..";
    private static final String IO = "lossgrid.io..";
    private static final String PAINT = "lossgrid.paint..";
    private static final String UI = "lossgrid.ui..";
    private static final String APP = "lossgrid.app..";
    private static final String BACKGROUND = "lossgrid.ui.session.Background";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(Tensor.class.getProtectionDomain().getCodeSource().getLocation());

    private static void check(ArchRule rule) {
        rule.check(CLASSES);
    }

    private static ArchRule inPackage(String name, String... never) {
        return noClasses()
                .that()
                .resideInAPackage(name)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(never)
                .as(name + " never depends on " + Arrays.toString(never));
    }

    @Test
    void thereAreClassesToCheck() {
        assertThat(CLASSES.size()).isGreaterThan(40);
        assertThat(CLASSES.contain("lossgrid.model.analysis.Analyzer")).isTrue();
        assertThat(CLASSES.contain("lossgrid.ArchitectureTest")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {CORE, MODEL, IO, PAINT, UI, APP})
    void everyPackageThatARuleNamesHasClasses(String name) {
        check(classes()
                .that()
                .resideInAPackage(name)
                .should()
                .resideInAPackage(name)
                .because("a rule about a package that is gone checks nothing"));
    }

    @Test
    void theClassThatReturnsToTheFxThreadIsThere() {
        assertThat(CLASSES.contain(BACKGROUND)).isTrue();
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
    void ioKnowsModelAndCore() {
        check(inPackage(IO, PAINT, UI, APP).because("files hold documents, not what is painted of them"));
    }

    @Test
    void paintKnowsCore() {
        check(inPackage(PAINT, MODEL, IO, UI, APP).because("it turns numbers into colours, whatever they mean"));
    }

    @Test
    void uiDoesNotKnowApp() {
        check(inPackage(UI, APP).because("the window can be opened by a test as well as by the program"));
    }

    @Test
    void packagesDependOnOneAnotherInOneDirection() {
        check(slices().matching("lossgrid.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a newcomer reads them one after the other"));
    }

    @Test
    void javaFxStaysInUiAndApp() {
        check(noClasses()
                .that()
                .resideInAnyPackage(CORE, MODEL, IO, PAINT)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx..")
                .because("all but the window works and is tested without a toolkit"));
    }

    @Test
    void coreAndModelReadAndWriteNothing() {
        DescribedPredicate<JavaClass> files =
                resideInAnyPackage("java.io..", "java.nio.file..", "java.nio.channels..", "java.net..", "java.sql..");
        check(noClasses()
                .that()
                .resideInAnyPackage(CORE, MODEL)
                .should()
                .dependOnClassesThat(files)
                .because("what follows from a document must not depend on the machine"));
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
