package io.duckboard.tokenpage.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.duckboard.engine.failure.FailureException;
import io.duckboard.security.Place;
import io.duckboard.security.Role;
import io.duckboard.token.IssuedToken;
import io.duckboard.token.NewToken;
import io.duckboard.token.PersonalTokens;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks what a token is to be, and makes it. */
final class NewTokenDialog extends Dialog {

    private final PersonalTokens tokens;
    private final Consumer<IssuedToken> issued;
    private final TextField name = new TextField("Name");
    private final Select<Role> role = new Select<>();
    private final LifetimeField lifetime;
    private final Paragraph trouble = new Paragraph();
    private final Button create = new Button("Create", _ -> create());

    /**
     * @param most the role of whoever asks
     * @param issued called with the token once it is made
     */
    NewTokenDialog(PersonalTokens tokens, Role most, Clock clock, Consumer<IssuedToken> issued) {
        this.tokens = tokens;
        this.issued = issued;
        this.lifetime = new LifetimeField(clock);
        addClassName("token-dialog");
        setHeaderTitle("New token");
        setWidth("min(32rem, 92vw)");
        name.setHelperText("What it is for, so that you know it again");
        name.setMaxLength(NewToken.LONGEST_NAME);
        name.setValueChangeMode(ValueChangeMode.EAGER);
        name.getElement().setAttribute("autocomplete", "off");
        name.setAutofocus(true);
        name.addValueChangeListener(_ -> name.setInvalid(false));
        name.addKeyDownListener(Key.ENTER, _ -> create());
        List<Role> roles = rolesUpTo(most);
        role.setLabel("Role");
        role.setItems(roles);
        role.setItemLabelGenerator(Role::word);
        role.setValue(Role.ANALYST);
        role.setHelperText(
                "The most that it may do; a viewer's reads dashboards alone. It never may do more than you may"
                        + " at that moment.");
        trouble.addClassName("token-trouble");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        var fields = new Div(trouble, name, role, lifetime);
        fields.addClassName("token-fields");
        add(fields);
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.setDisableOnClick(true);
        getFooter().add(new Button("Cancel", _ -> close()), create);
    }

    /** With a role that no endpoint is open to, a token would be good for nothing. */
    private static List<Role> rolesUpTo(Role most) {
        return Arrays.stream(Role.values())
                .filter(role -> role.compareTo(most) <= 0)
                .filter(role -> Arrays.stream(Place.values())
                        .anyMatch(place -> place.kind() == Place.Kind.ENDPOINT && place.isOpenTo(role)))
                .toList();
    }

    private void create() {
        trouble.setVisible(false);
        create.setEnabled(true);
        if (name.isEmpty() || name.getValue().isBlank()) {
            name.setErrorMessage("A token needs a name.");
            name.setInvalid(true);
            name.focus();
            return;
        }
        Optional<Duration> length = lifetime.length();
        if (length.isEmpty()) {
            return;
        }
        try {
            IssuedToken token = tokens.issue(name.getValue(), role.getValue(), length.get());
            close();
            issued.accept(token);
        } catch (FailureException e) {
            trouble.setText(e.failure().text());
            trouble.setVisible(true);
        }
    }
}
