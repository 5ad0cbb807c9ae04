package org.quantplatform.core.identity;

import java.util.Optional;
import java.util.Set;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.model.Role;

/** The users. */
public interface UserStore {

    /** Key of the user's row, which is made when there is none yet. */
    long ensureUser(String username, Set<Role> roles);

    /** @param login user name or e-mail address, in any case */
    Optional<User> find(String login);

    /** In order of name. */
    Page<User> list(PageRequest page);

    /** Whether there is anybody who can log in. */
    boolean hasLogin();

    /**
     * @throws org.quantplatform.model.QuantException {@code CONFLICT} when name or e-mail address are taken
     */
    User add(User.Draft user);

    /** As {@link #add}, but {@code CONFLICT} also when anybody can log in, whoever asks at the same time. */
    User addFirst(User.Draft user);

    void setPassword(long userId, User.Password password);

    /**
     * @throws org.quantplatform.model.QuantException {@code CONFLICT} when nobody would be left who can log in as
     *     administrator
     */
    void setRole(long userId, Role role);

    /** Throws as {@link #setRole} does. */
    void setActive(long userId, boolean active);

    void noteLogin(long userId);
}
