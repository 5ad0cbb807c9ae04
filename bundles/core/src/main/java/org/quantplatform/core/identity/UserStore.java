package org.quantplatform.core.identity;

import java.util.Set;
import org.quantplatform.model.Role;

/** The users. */
public interface UserStore {

    /** Key of the user's row, which is made when there is none yet. */
    long ensureUser(String username, Set<Role> roles);
}
