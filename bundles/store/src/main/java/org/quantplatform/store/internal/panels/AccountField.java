package org.quantplatform.store.internal.panels;

import java.util.List;
import org.quantplatform.model.Field;

/**
 * A field of the accounts, taken apart: {@code net_income} is the latest one published, {@code net_income_ttm} that of
 * the latest twelve months, and either with {@code _year_ago} that of the period which ended a year before.
 *
 * @param item as stored, without the endings
 */
record AccountField(String item, boolean trailing, boolean yearAgo) {

    static final String YEAR = "_fy";
    static final String TWELVE_MONTHS = "_ttm";
    private static final String YEAR_AGO = "_year_ago";

    static AccountField of(Field field) {
        String name = field.name();
        boolean yearAgo = ends(name, YEAR_AGO);
        name = yearAgo ? without(name, YEAR_AGO) : name;
        boolean trailing = ends(name, TWELVE_MONTHS);
        return new AccountField(trailing ? without(name, TWELVE_MONTHS) : name, trailing, yearAgo);
    }

    /** Names of the stored items that it is made of, by {@link Kind}. */
    List<String> sources() {
        return trailing ? List.of(item, item + YEAR, item + TWELVE_MONTHS) : List.of(item);
    }

    /** What a split of the shares in {@code ratio} new ones per old one makes of a value published before. */
    double afterSplit(double value, double ratio) {
        String plain = ends(item, YEAR) ? without(item, YEAR) : item;
        if (plain.endsWith("_per_share")) {
            return value / ratio;
        }
        return plain.startsWith("shares_") ? value * ratio : value;
    }

    private static boolean ends(String name, String ending) {
        return name.length() > ending.length() && name.endsWith(ending);
    }

    private static String without(String name, String ending) {
        return name.substring(0, name.length() - ending.length());
    }
}
