package org.quantplatform.shell.view;

import java.io.PrintWriter;
import java.util.List;

/**
 * Where a command writes what it was asked for.
 *
 * @param width of the terminal; 0 when there is none
 */
public record Screen(PrintWriter out, Paint paint, int width) {

    public void line(String text) {
        out.println(text);
    }

    public void lines(List<String> lines) {
        lines.forEach(out::println);
    }

    /** A heading with an empty line before it. */
    public void heading(String text) {
        out.println();
        out.println(paint.bold(text));
    }

    /** Names at the left, values beside them. */
    public void pairs(List<Pair> pairs) {
        int widest = pairs.stream().mapToInt(p -> TextWidth.of(p.name())).max().orElse(0);
        for (Pair pair : pairs) {
            out.println(
                    (TextWidth.padRight(pair.name(), widest) + "  " + Table.printable(pair.value())).stripTrailing());
        }
    }

    /** Names at the left, figures at the right edge of their own column; a sign colours the figure when asked for. */
    public void figures(List<Pair> pairs) {
        int names = pairs.stream().mapToInt(p -> TextWidth.of(p.name())).max().orElse(0);
        int values = pairs.stream().mapToInt(p -> TextWidth.of(p.value())).max().orElse(0);
        for (Pair pair : pairs) {
            String figure = TextWidth.padLeft(pair.value(), values);
            out.println(
                    "  " + TextWidth.padRight(pair.name(), names) + "  " + (pair.signed() ? signed(figure) : figure));
        }
    }

    public int sparkWidth() {
        return width <= 0 ? 60 : Math.max(10, Math.min(100, width - 2));
    }

    private String signed(String figure) {
        return figure.strip().startsWith("-") ? paint.red(figure) : paint.green(figure);
    }

    /** A name and its value. */
    public record Pair(String name, String value, boolean signed) {

        public static Pair of(String name, String value) {
            return new Pair(name, value, false);
        }

        public static Pair signed(String name, String value) {
            return new Pair(name, value, true);
        }
    }
}
