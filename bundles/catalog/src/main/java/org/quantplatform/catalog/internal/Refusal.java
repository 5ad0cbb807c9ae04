package org.quantplatform.catalog.internal;

/** Says why a plug-in is not offered. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refusal(String reason) {
        super(reason);
    }

    Refusal(String reason, Throwable cause) {
        super(reason, cause);
    }

    /** What a plug-in threw, with the place in its own code where it did. */
    static Refusal thrown(String doing, Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        String place = trace.length == 0 ? "" : " at " + trace[0];
        return new Refusal(doing + " threw " + shortened(thrown.toString()) + place, thrown);
    }

    static void unless(boolean holds, String reason) {
        if (!holds) {
            throw new Refusal(reason);
        }
    }

    private static String shortened(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() <= 300 ? line : line.substring(0, 300) + "...";
    }
}
