package org.quantplatform.model;

import java.util.Locale;
import java.util.Objects;

/** A named column of a {@link Panel}: a price, the volume, or an item of the accounts. Names are lower case. */
public record Field(String name) implements Comparable<Field> {

    public static final Field OPEN = new Field("open");
    public static final Field HIGH = new Field("high");
    public static final Field LOW = new Field("low");
    public static final Field CLOSE = new Field("close");
    /** Shares traded. */
    public static final Field VOLUME = new Field("volume");
    /** The close as its source stated it, which no request adjusts: the price to hold against items of the accounts. */
    public static final Field STATED_CLOSE = new Field("stated_close");
    /** The volume as its source stated it. */
    public static final Field STATED_VOLUME = new Field("stated_volume");
    /** Shares outstanding, as last published, times the stated close. */
    public static final Field MARKET_CAP = new Field("market_cap");

    public Field {
        Objects.requireNonNull(name, "name");
        if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("field name must be a lower-case identifier, was '" + name + "'");
        }
    }

    /** Accepts any case. */
    public static Field of(String name) {
        return new Field(name.strip().toLowerCase(Locale.ROOT));
    }

    /** True for open, high, low and close, which are adjusted for splits and dividends. */
    public boolean isPrice() {
        return equals(OPEN) || equals(HIGH) || equals(LOW) || equals(CLOSE);
    }

    @Override
    public int compareTo(Field other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
