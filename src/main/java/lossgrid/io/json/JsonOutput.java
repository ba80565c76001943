package lossgrid.io.json;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** Writes JSON to a stream, which stays open. */
public final class JsonOutput {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonOutput() {}

    /**
     * Writes one value without any space, and flushes it.
     *
     * @throws IOException when the stream fails
     */
    public static void write(Writer out, Consumer<JsonGenerator> value) throws IOException {
        write(ObjectWriteContext.empty(), out, value);
    }

    /** As {@link #write(Writer, Consumer)} in a layout. */
    public static void write(Writer out, PrettyPrinter layout, Consumer<JsonGenerator> value) throws IOException {
        write(
                new ObjectWriteContext.Base() {
                    @Override
                    public PrettyPrinter getPrettyPrinter() {
                        return layout;
                    }

                    @Override
                    public boolean hasPrettyPrinter() {
                        return true;
                    }
                },
                out,
                value);
    }

    /** As {@link #write(Writer, PrettyPrinter, Consumer)}, in UTF-8 and with the end of the line. */
    public static void write(OutputStream out, PrettyPrinter layout, Consumer<JsonGenerator> value) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        write(writer, layout, value);
        writer.append('\n').flush();
    }

    private static void write(ObjectWriteContext context, Writer out, Consumer<JsonGenerator> value)
            throws IOException {
        try {
            JsonGenerator json = FACTORY.createGenerator(context, out);
            value.accept(json);
            json.flush();
        } catch (JacksonIOException failure) {
            throw failure.getCause();
        }
    }
}
