package lossgrid.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

class ProgramVersionTest {
    @ParameterizedTest
    @ValueSource(strings = {"--version", "eval --version", "render --version", "check --version"})
    void theCommandLineSaysTheVersionOfThePom(String arguments) throws Exception {
        Document pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile());
        String version = XPathFactory.newInstance().newXPath().evaluate("/project/version", pom);
        StringWriter out = new StringWriter();
        assertThat(Main.commandLine().setOut(new PrintWriter(out, true)).execute(arguments.split(" ", -1)))
                .isZero();
        assertThat(out.toString().strip()).isEqualTo("Lossgrid " + version);
    }
}
