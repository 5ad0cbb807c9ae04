package org.quantplatform.webconsole.internal.platform;

import org.quantplatform.api.PlatformSession;

/** What a browser finds when it knocks at the platform. */
public sealed interface Door {

    /** Let in. */
    record Open(PlatformSession session) implements Door {}

    /** Not there yet, or gone for a moment: knock again. */
    record Starting() implements Door {}

    /** Shut until the user has logged in. */
    record Shut() implements Door {}

    /** Not let in, for the reason given. */
    record Refused(String reason) implements Door {}
}
