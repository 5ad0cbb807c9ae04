package org.quantplatform.webconsole.internal.form;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.util.Locale;

/** Date fields that show and read ISO dates, whatever the browser's language. */
public final class Dates {

    private Dates() {}

    public static DatePicker field(String label) {
        DatePicker field = new DatePicker(label);
        field.setLocale(Locale.UK);
        field.setI18n(iso());
        return field;
    }

    private static DatePicker.DatePickerI18n iso() {
        return new DatePicker.DatePickerI18n().setDateFormat("yyyy-MM-dd").setFirstDayOfWeek(1);
    }
}
