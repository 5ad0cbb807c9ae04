package org.quantplatform.shell.view;

import java.io.PrintWriter;

/** How far long work is: a bar that is drawn over on a terminal, a line for each tenth otherwise. */
public final class Progress implements AutoCloseable {

    /** How to tell. */
    public enum Manner {
        BAR,
        LINES,
        SILENT
    }

    private static final int CELLS = 30;

    private final PrintWriter err;
    private final Manner manner;
    private final String label;
    private int shown = -1;
    private String shownNote = "";

    public Progress(PrintWriter err, Manner manner, String label) {
        this.err = err;
        this.manner = manner;
        this.label = label;
    }

    /**
     * @param note beside the figure, may be empty
     */
    public void update(int percent, String note) {
        int bounded = Math.max(0, Math.min(100, percent));
        switch (manner) {
            case BAR -> bar(bounded, note);
            case LINES -> line(bounded);
            case SILENT -> {}
        }
    }

    /** Takes the bar away. */
    @Override
    public void close() {
        if (manner == Manner.BAR && shown >= 0) {
            err.print("\r\033[K");
            err.flush();
        }
    }

    private void bar(int percent, String note) {
        if (percent == shown && note.equals(shownNote)) {
            return;
        }
        shown = percent;
        shownNote = note;
        int full = percent * CELLS / 100;
        err.print("\r\033[K" + label + " [" + "█".repeat(full) + "░".repeat(CELLS - full) + "] " + percent + "%"
                + (note.isEmpty() ? "" : "  " + note));
        err.flush();
    }

    private void line(int percent) {
        int tenth = percent / 10 * 10;
        if (tenth <= shown) {
            return;
        }
        shown = tenth;
        err.println(label + " " + tenth + "%");
        err.flush();
    }
}
