package org.quantplatform.webconsole.internal.platform;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import org.quantplatform.model.QuantException;

/** Short messages at the edge of the window. */
public final class Notices {

    private static final int SHORT_MILLIS = 3000;
    private static final int LONG_MILLIS = 8000;

    private Notices() {}

    public static void done(String text) {
        show(text, SHORT_MILLIS, NotificationVariant.LUMO_SUCCESS);
    }

    public static void refused(QuantException e) {
        failed(String.valueOf(e.getMessage()));
    }

    public static void failed(String text) {
        show(text, LONG_MILLIS, NotificationVariant.LUMO_ERROR);
    }

    /** Runs {@code work}; a refusal becomes a message. True when there was none. */
    public static boolean tell(Runnable work) {
        try {
            work.run();
            return true;
        } catch (QuantException e) {
            refused(e);
            return false;
        }
    }

    private static void show(String text, int millis, NotificationVariant variant) {
        Notification notification = Notification.show(text, millis, Notification.Position.BOTTOM_END);
        notification.addThemeVariants(variant);
    }
}
