package io.duckboard.ui;

import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import io.duckboard.board.Dashboard;
import io.duckboard.board.folder.FolderDashboard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Links to the first dashboards by folder, after the link to the list of all. */
final class DashboardLinks {

    /** The list of all has a search for more. */
    private static final int MOST = 12;

    private final SideNav navigation;
    private final SideNavItem all;
    private final List<SideNavItem> shown = new ArrayList<>();

    DashboardLinks(SideNav navigation, SideNavItem all) {
        this.navigation = navigation;
        this.all = all;
    }

    void show(List<FolderDashboard> dashboards) {
        shown.forEach(navigation::remove);
        shown.clear();
        String folder = "";
        for (FolderDashboard dashboard : dashboards.stream().limit(MOST).toList()) {
            Optional<SideNavItem> link = link(dashboard);
            if (link.isPresent()) {
                if (!dashboard.name().folder().equals(folder)) {
                    folder = dashboard.name().folder();
                    shown.add(below(new SideNavItem(folder), "dashboards-folder"));
                }
                shown.add(link.get());
            }
        }
        int after = navigation.getItems().indexOf(all) + 1;
        for (int place = 0; place < shown.size(); place++) {
            navigation.addItemAtIndex(after + place, shown.get(place));
        }
    }

    /** A file that cannot be shown is in the list alone, which says why. */
    private static Optional<SideNavItem> link(FolderDashboard dashboard) {
        return dashboard
                .shown()
                .map(Dashboard::title)
                .map(title ->
                        below(new SideNavItem(title, "d/" + dashboard.name().name()), "dashboard-link"));
    }

    private static SideNavItem below(SideNavItem item, String kind) {
        item.addClassName(kind);
        return item;
    }
}
