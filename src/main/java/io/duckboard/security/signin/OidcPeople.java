package io.duckboard.security.signin;

import io.duckboard.security.Person;
import io.duckboard.security.Role;
import io.duckboard.security.SignInSettings;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Whom the OpenID Connect server knows, with the highest role that one of their groups has here. */
final class OidcPeople implements OAuth2UserService<OidcUserRequest, OidcUser> {

    static final String NO_ROLE = "no_role";

    /** What an owner's name begins with who comes from the server. */
    static final String OWNER = "oidc:";

    private static final String EVERYBODY = "*";

    private final SignInSettings.Oidc settings;
    private final OidcUserService users = new OidcUserService();

    OidcPeople(SignInSettings.Oidc settings) {
        this.settings = settings;
        var facts = new DefaultOAuth2UserService();
        facts.setRestOperations(OidcServer.client());
        users.setOauth2UserService(facts);
    }

    /** @throws OAuth2AuthenticationException if the server does not vouch for the user, or the user has no role here */
    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser user = users.loadUser(request);
        if (role(user).isEmpty()) {
            throw new OAuth2AuthenticationException(new OAuth2Error(NO_ROLE), "no group of the user has a role");
        }
        return user;
    }

    /** A name may be given to somebody else one day, a subject never is. */
    Person person(OidcUser user) {
        String name = Optional.ofNullable(user.getPreferredUsername())
                .or(() -> Optional.ofNullable(user.getEmail()))
                .orElseGet(user::getSubject);
        return new Person(OWNER + user.getSubject(), name, role(user).orElseThrow());
    }

    private Optional<Role> role(OidcUser user) {
        Set<String> groups = groups(user.getClaims().get(settings.groupsClaim()));
        return Stream.of(Role.OPERATOR, Role.ANALYST, Role.VIEWER)
                .filter(role ->
                        of(role).contains(EVERYBODY) || of(role).stream().anyMatch(groups::contains))
                .findFirst();
    }

    private Set<String> of(Role role) {
        return switch (role) {
            case NOBODY -> Set.of();
            case VIEWER -> settings.viewers();
            case ANALYST -> settings.analysts();
            case OPERATOR -> settings.operators();
        };
    }

    /** Most servers send a list, and some a single text where there is one group. */
    private static Set<String> groups(@Nullable Object claim) {
        return switch (claim) {
            case null -> Set.of();
            case Collection<?> several -> several.stream().map(String::valueOf).collect(Collectors.toSet());
            default -> Set.of(claim.toString());
        };
    }
}
