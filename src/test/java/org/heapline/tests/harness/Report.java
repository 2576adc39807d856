package org.heapline.tests.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A JSON report, read by another reader than the one Heapline has. */
public final class Report {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode root;

    private Report(JsonNode root) {
        this.root = root;
    }

    /** A line of a method, as the report has it. */
    public record Line(
            String className, String method, int line, long occurrences, long increment, long self, String text) {}

    public static Report parse(String json) {
        try {
            return new Report(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new AssertionError("This is no JSON: " + json, e);
        }
    }

    public static Report read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole report. */
    public JsonNode root() {
        return root;
    }

    /** The Selfs of all lines together. */
    public long selfOfLines() {
        long sum = 0;
        for (JsonNode method : root.path("methods")) {
            for (JsonNode line : method.path("lines")) {
                sum += line.path("selfBytes").asLong();
            }
        }
        return sum;
    }

    /** The Selfs of all threads together. */
    public long selfOfThreads() {
        long sum = 0;
        for (JsonNode thread : root.path("threads")) {
            sum += thread.path("selfBytes").asLong();
        }
        return sum;
    }

    /** The lines of all methods in a source file. */
    public List<Line> linesIn(String file) {
        return linesIn(file::equals);
    }

    /** The lines of all methods in source files with such paths. */
    public List<Line> linesIn(Predicate<String> files) {
        List<Line> lines = new ArrayList<>();
        for (JsonNode method : root.path("methods")) {
            if (files.test(method.path("file").asText())) {
                for (JsonNode line : method.path("lines")) {
                    lines.add(new Line(
                            method.path("class").asText(),
                            method.path("method").asText(),
                            line.path("line").asInt(),
                            line.path("occurrences").asLong(),
                            line.path("incrementBytes").asLong(),
                            line.path("selfBytes").asLong(),
                            line.path("text").asText()));
                }
            }
        }
        return lines;
    }

    /** The only row of a line that ran, or its only row. */
    public Line line(String file, int number) {
        return line(file, number, "");
    }

    /** The only row of a line that ran, or its only row, of the methods whose names begin so. */
    public Line line(String file, int number, String method) {
        List<Line> rows = rows(file, number, method);
        if (rows.size() > 1) {
            rows = rows.stream().filter(row -> row.occurrences() > 0).toList();
        }
        if (rows.size() != 1) {
            throw new AssertionError("Line " + number + " of " + file + " has not one row in the report but " + rows);
        }
        return rows.get(0);
    }

    /** The rows of a line, one for each method that has code on it and a name that begins so. */
    public List<Line> rows(String file, int number, String method) {
        return linesIn(file).stream()
                .filter(row -> row.line() == number && row.method().startsWith(method))
                .toList();
    }

    /** The names of the methods in the report, as {@code class#method}. */
    public List<String> methods() {
        List<String> names = new ArrayList<>();
        for (JsonNode method : root.path("methods")) {
            names.add(
                    method.path("class").asText() + "#" + method.path("method").asText());
        }
        return names;
    }

    /** The problems, as {@code what: why}. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        for (JsonNode problem : root.path("problems")) {
            problems.add(
                    problem.path("what").asText() + ": " + problem.path("why").asText());
        }
        return problems;
    }
}
