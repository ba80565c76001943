package lossgrid.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The results, as a table and as JSON. Times are kept in microseconds and shown in milliseconds. */
final class BenchTable {
    /** The method of {@link KernelBenchmark} that all others are compared with. */
    static final String COPY = "copy";

    private static final double MILLI = 1000;

    record Row(String shape, Work work, double lossgrid, double libtorch, double copy) {
        double timesAsFast() {
            return libtorch / lossgrid;
        }

        double copies() {
            return lossgrid / copy;
        }
    }

    private final int threads;
    private final String libtorch;
    private final List<Row> rows = new ArrayList<>();

    BenchTable(int threads, String libtorch) {
        this.threads = threads;
        this.libtorch = libtorch;
    }

    void add(Row row) {
        rows.add(row);
    }

    String text() {
        Formatter out = new Formatter(Locale.ROOT);
        out.format("Java %s and libtorch %s, %d threads each; milliseconds.%n", Runtime.version(), libtorch, threads);
        out.format(
                "%-16s %-16s %12s %12s %12s %16s %12s%n",
                "shape", "work", "lossgrid", "libtorch", "copy", "times as fast", "copies");
        for (Row row : rows) {
            out.format(
                    "%-16s %-16s %12.4f %12.4f %12.4f %16.2f %12.2f%n",
                    row.shape,
                    row.work.key(),
                    row.lossgrid / MILLI,
                    row.libtorch / MILLI,
                    row.copy / MILLI,
                    row.timesAsFast(),
                    row.copies());
        }
        return out.toString();
    }

    void write(Path file) throws IOException {
        try (JsonGenerator json =
                new JsonFactory().createGenerator(ObjectWriteContext.empty(), file.toFile(), JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringProperty("java", Runtime.version().toString());
            json.writeStringProperty("libtorch", libtorch);
            json.writeNumberProperty("threads", threads);
            json.writeArrayPropertyStart("rows");
            for (Row row : rows) {
                write(json, row);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void write(JsonGenerator json, Row row) {
        json.writeStartObject();
        json.writeStringProperty("shape", row.shape);
        json.writeStringProperty("work", row.work.key());
        json.writeNumberProperty("lossgrid_ms", row.lossgrid / MILLI);
        json.writeNumberProperty("libtorch_ms", row.libtorch / MILLI);
        json.writeNumberProperty("copy_ms", row.copy / MILLI);
        json.writeNumberProperty("times_as_fast", row.timesAsFast());
        json.writeNumberProperty("copies", row.copies());
        json.writeEndObject();
    }
}
