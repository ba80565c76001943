package lossgrid.golden;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** One case of a reference file, as {@code golden/README.md} describes it. */
record GoldenCase(String file, String name, String op, JsonNode args, JsonNode expect, JsonNode error) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Every case of every JSON file in {@code directory}, files in alphabetical order. */
    static List<GoldenCase> readAll(Path directory) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, "*.json")) {
            entries.forEach(files::add);
        }
        files.sort(null);
        List<GoldenCase> cases = new ArrayList<>();
        for (Path file : files) {
            for (JsonNode node : MAPPER.readTree(file).path("cases")) {
                cases.add(of(file.getFileName().toString(), node));
            }
        }
        return cases;
    }

    private static GoldenCase of(String file, JsonNode node) {
        return new GoldenCase(
                file,
                node.path("name").asString(),
                node.path("op").asString(),
                node.path("args"),
                node.path("expect"),
                node.path("error"));
    }

    boolean expectsError() {
        return !error.isMissingNode();
    }

    @Override
    public String toString() {
        return file + ": " + name;
    }
}
