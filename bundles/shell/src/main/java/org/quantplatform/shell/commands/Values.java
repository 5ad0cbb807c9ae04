package org.quantplatform.shell.commands;

/** Labels of arguments whose values are ids on the server, by which a shell knows what to offer. */
public final class Values {

    public static final String STRATEGY = "STRATEGY";
    public static final String BACKTEST = "BACKTEST";
    public static final String EXPRESSION = "EXPRESSION";
    public static final String FACTOR = "FACTOR";
    public static final String SEARCH = "SEARCH";
    public static final String PLUGIN = "PLUGIN";
    public static final String KIND = "KIND";
    public static final String JOB = "JOB";
    public static final String IMPORT = "IMPORT";

    private Values() {}
}
