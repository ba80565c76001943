package lossgrid.model.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;

/**
 * Reads rows of numbers: separated by tabs as Excel and LibreOffice copy them, by semicolons, commas or spaces. Blank
 * lines separate planes. A comma is a decimal one where something else separates the cells and nothing contradicts it.
 */
final class TableReader {
    private static final Pattern LINE = Pattern.compile("\r\n|\n|\r");
    private static final Pattern INNER_SPACE = Pattern.compile("[^\\s,] +[^\\s,]");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d*+,\\d++(?:[eE][+-]?\\d{1,9})?");
    private static final Pattern LIKE_THOUSANDS = Pattern.compile("[+-]?[1-9]\\d{0,2},\\d{3}");

    /** A cell's text and its position. */
    private record TableEntry(String text, int offset) {}

    /** The separator of the cells of a row. */
    private enum Separator {
        TAB("\t"),
        SEMICOLON(";"),
        COMMA(","),
        SPACE(" ");

        private final String text;

        Separator(String text) {
            this.text = text;
        }
    }

    private final String text;
    private final PastedNumbers numbers = new PastedNumbers();

    TableReader(String text) {
        this.text = text;
    }

    LabelArray read() throws PasteException {
        List<List<List<TableEntry>>> planes = planes(separator());
        boolean decimalCommas = decimalCommas(planes);
        int rows = planes.getFirst().size();
        int columns = planes.getFirst().getFirst().size();
        for (List<List<TableEntry>> plane : planes) {
            for (List<TableEntry> row : plane) {
                if (row.size() != columns && !isEllipsis(row.getFirst())) {
                    throw at(PastedArray.Reason.RAGGED, row.getLast());
                }
                for (TableEntry cell : row) {
                    number(cell, decimalCommas);
                }
            }
            if (plane.size() != rows) {
                throw at(PastedArray.Reason.RAGGED, plane.getLast().getFirst());
            }
        }
        return numbers.toArray(planes.size() == 1 ? Shape.of(rows, columns) : Shape.of(planes.size(), rows, columns));
    }

    private Separator separator() {
        if (text.indexOf('\t') >= 0) {
            return Separator.TAB;
        }
        if (text.indexOf(';') >= 0) {
            return Separator.SEMICOLON;
        }
        boolean spaced = INNER_SPACE.matcher(text).find() && commasAreWithinNumbers();
        return text.indexOf(',') >= 0 && !spaced ? Separator.COMMA : Separator.SPACE;
    }

    private boolean commasAreWithinNumbers() {
        for (int i = text.indexOf(','); i >= 0; i = text.indexOf(',', i + 1)) {
            boolean within = i > 0
                    && i + 1 < text.length()
                    && Character.isDigit(text.charAt(i - 1))
                    && Character.isDigit(text.charAt(i + 1));
            if (!within) {
                return false;
            }
        }
        return true;
    }

    /** The planes, each of rows of cells. */
    private List<List<List<TableEntry>>> planes(Separator separator) {
        List<List<List<TableEntry>>> planes = new ArrayList<>();
        List<List<TableEntry>> plane = new ArrayList<>();
        int offset = 0;
        for (String line : LINE.split(text, -1)) {
            if (line.isBlank()) {
                if (!plane.isEmpty()) {
                    planes.add(plane);
                }
                plane = new ArrayList<>();
            } else {
                plane.add(cells(line, offset, separator));
            }
            offset += line.length();
            offset += text.startsWith("\r\n", offset) ? 2 : 1;
        }
        if (!plane.isEmpty()) {
            planes.add(plane);
        }
        planes.forEach(TableReader::dropTrailingSeparators);
        return planes;
    }

    private static List<TableEntry> cells(String line, int offset, Separator separator) {
        List<TableEntry> cells = new ArrayList<>();
        int from = 0;
        while (from <= line.length()) {
            int next = line.indexOf(separator.text, from);
            int end = next < 0 ? line.length() : next;
            String cell = line.substring(from, end);
            if (separator != Separator.SPACE || !cell.isBlank()) {
                int indent = cell.length() - cell.stripLeading().length();
                cells.add(new TableEntry(unquoted(cell.strip()), offset + from + indent));
            }
            from = end + 1;
        }
        return cells;
    }

    private static String unquoted(String cell) {
        boolean quoted = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
        return quoted ? cell.substring(1, cell.length() - 1).strip() : cell;
    }

    /** Drops a separator at the end of every row. */
    private static void dropTrailingSeparators(List<List<TableEntry>> plane) {
        if (plane.stream()
                .allMatch(row -> row.size() > 1 && row.getLast().text().isEmpty())) {
            plane.forEach(List::removeLast);
        }
    }

    private boolean decimalCommas(List<List<List<TableEntry>>> planes) throws PasteException {
        List<TableEntry> withComma = planes.stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .filter(cell -> cell.text().indexOf(',') >= 0)
                .toList();
        if (withComma.isEmpty() || text.indexOf('.') >= 0) {
            return false;
        }
        if (withComma.stream()
                .allMatch(cell -> LIKE_THOUSANDS.matcher(cell.text()).matches())) {
            throw at(PastedArray.Reason.AMBIGUOUS_COMMA, withComma.getFirst());
        }
        return true;
    }

    private void number(TableEntry cell, boolean decimalCommas) throws PasteException {
        if (cell.text().isEmpty()) {
            throw at(PastedArray.Reason.EMPTY_CELL, cell);
        }
        if (isEllipsis(cell)) {
            throw at(PastedArray.Reason.TRUNCATED, cell);
        }
        boolean decimal = decimalCommas && DECIMAL_COMMA.matcher(cell.text()).matches();
        if (!numbers.add(decimal ? cell.text().replace(',', '.') : cell.text())) {
            throw at(PastedArray.Reason.NOT_A_NUMBER, cell);
        }
    }

    private static boolean isEllipsis(TableEntry cell) {
        return cell.text().equals("...") || cell.text().equals("…");
    }

    private static PasteException at(PastedArray.Reason reason, TableEntry cell) {
        return new PasteException(reason, cell.offset(), cell.text());
    }
}
