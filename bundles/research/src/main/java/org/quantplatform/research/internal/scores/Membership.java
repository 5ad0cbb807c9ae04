package org.quantplatform.research.internal.scores;

/** Who belongs to a universe on a day, by what was known then. */
public interface Membership {

    /** @param eligible one per asset, filled in */
    void mask(int day, boolean[] eligible);

    /** Equal for memberships that are the same over the same data. */
    String description();
}
