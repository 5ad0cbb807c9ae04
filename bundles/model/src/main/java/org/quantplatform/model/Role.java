package org.quantplatform.model;

/** What a user may do; the permissions of each role are decided in one place by the security bundle. */
public enum Role {
    ADMIN,
    ANALYST,
    USER,
    VIEWER
}
