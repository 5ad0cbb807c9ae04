package org.quantplatform.model;

import java.util.Locale;

/** Stable code of a refusal or failure, grouped by who can mend it. */
public enum ErrorCode {
    INVALID_REQUEST(Group.USER),
    UNAUTHENTICATED(Group.USER),
    FORBIDDEN(Group.USER),
    NOT_FOUND(Group.USER),
    CONFLICT(Group.USER),
    PRECONDITION_FAILED(Group.USER),
    TOO_LARGE(Group.USER),
    QUOTA_EXCEEDED(Group.USER),
    /** Well-formed, but the data or the plug-ins at hand cannot serve it. */
    UNPROCESSABLE(Group.DATA),
    NO_DATA(Group.DATA),
    PLUGIN_FAILED(Group.PLUGIN),
    UNAVAILABLE(Group.INTERNAL),
    INTERNAL(Group.INTERNAL);

    /** Who can mend it. */
    public enum Group {
        USER,
        DATA,
        PLUGIN,
        INTERNAL
    }

    private final Group group;

    ErrorCode(Group group) {
        this.group = group;
    }

    public Group group() {
        return group;
    }

    /** snake_case, as it stands in a problem document. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
