package org.quantplatform.api.searches;

/** What the best trial is best at: a figure of the summary of the same name. */
public enum Objective {
    TOTAL_RETURN(true),
    ANNUALIZED_RETURN(true),
    ANNUALIZED_VOLATILITY(false),
    SHARPE_RATIO(true),
    SORTINO_RATIO(true),
    CALMAR_RATIO(true),
    /** Negative, so that the highest is the shallowest. */
    MAX_DRAWDOWN(true),
    WIN_RATE(true),
    FINAL_EQUITY(true),
    TOTAL_COSTS(false),
    TURNOVER(false);

    private final boolean highest;

    Objective(boolean highest) {
        this.highest = highest;
    }

    /** False for what is better the lower it is. */
    public boolean highest() {
        return highest;
    }
}
