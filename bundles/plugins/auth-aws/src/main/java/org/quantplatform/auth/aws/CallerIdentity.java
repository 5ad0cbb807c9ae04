package org.quantplatform.auth.aws;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quantplatform.model.Role;
import org.quantplatform.spi.auth.ExternalUsers.ExternalIdentity;

/**
 * Who a caller is to AWS. Of an assumed role the role counts, not the session's name, since whoever may assume the role
 * chooses that name freely; except where it is known to come from an identity provider.
 *
 * @param account 12 digits
 * @param userId never given to two identities
 */
record CallerIdentity(String arn, String account, String userId) {

    private static final String NAME = "[\\w+=,.@-]{1,128}";
    private static final Pattern USER =
            Pattern.compile("arn:(aws[a-z-]*):iam::([0-9]{12}):user/(?:[\\x21-\\x7e]{1,510}/)?(" + NAME + ")");
    private static final Pattern ROLE =
            Pattern.compile("arn:(aws[a-z-]*):sts::([0-9]{12}):assumed-role/(" + NAME + ")/(" + NAME + ")");
    private static final Pattern ROOT = Pattern.compile("arn:(aws[a-z-]*):iam::([0-9]{12}):root");

    /**
     * @param arn as an administrator writes it: of a user, of a role ({@code …:role/NAME}, without its path) or of the root
     *     user
     */
    record Named(String arn, String account, ExternalIdentity identity) {}

    /** @throws ProofRefused when it is no user and no role */
    Named named(List<Pattern> sessionRoles, Role role) {
        Matcher user = USER.matcher(arn);
        if (user.matches()) {
            return named(user, arn, "user:" + user.group(3), userId, role);
        }
        Matcher assumed = ROLE.matcher(arn);
        if (assumed.matches()) {
            String canonical = "arn:" + assumed.group(1) + ":iam::" + assumed.group(2) + ":role/" + assumed.group(3);
            if (Patterns.anyMatches(sessionRoles, canonical)) {
                String name = "role:" + assumed.group(3) + ":" + assumed.group(4);
                return new Named(
                        canonical,
                        account,
                        named(assumed, arn, name, userId, role).identity());
            }
            int session = userId.indexOf(':');
            String key = session < 0 ? userId : userId.substring(0, session);
            return named(assumed, canonical, "role:" + assumed.group(3), key, role);
        }
        Matcher root = ROOT.matcher(arn);
        if (root.matches()) {
            return named(root, arn, "root", userId, role);
        }
        throw new ProofRefused("AWS says that you are neither a user nor a role");
    }

    private Named named(Matcher parts, String subject, String name, String key, Role role) {
        if (!parts.group(2).equals(account) || key.isEmpty() || key.length() > 128) {
            throw new ProofRefused("the answer of AWS contradicts itself");
        }
        String username = (parts.group(1) + ":" + account + ":" + name).toLowerCase(Locale.ROOT);
        return new Named(subject, account, new ExternalIdentity(username, subject, key, account, role));
    }
}
