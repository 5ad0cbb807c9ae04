package org.quantplatform.engine.sim;

/** Follows a simulation; called on its thread. */
@FunctionalInterface
public interface Progress {

    /** Never cancels. */
    Progress NONE = (completedDays, totalDays) -> true;

    /** Called after each simulated day; false ends the simulation there. */
    boolean onDay(int completedDays, int totalDays);
}
