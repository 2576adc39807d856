package org.heapline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsFolderTest {
    @Test
    void linuxFollowsXdg() {
        assertEquals(Path.of("/home/anna/.config/heapline"), SettingsFolder.of("Linux", "/home/anna", Map.of()));
        assertEquals(
                Path.of("/cfg/heapline"), SettingsFolder.of("Linux", "/home/anna", Map.of("XDG_CONFIG_HOME", "/cfg")));
        assertEquals(
                Path.of("/home/anna/.config/heapline"),
                SettingsFolder.of("Linux", "/home/anna", Map.of("XDG_CONFIG_HOME", "relative")));
    }

    @Test
    void macAndWindowsHaveTheirOwnPlaces() {
        assertEquals(
                Path.of("/Users/anna/Library/Application Support/heapline"),
                SettingsFolder.of("Mac OS X", "/Users/anna", Map.of()));
        assertEquals(
                Path.of("/roaming/heapline"),
                SettingsFolder.of("Windows 11", "/users/anna", Map.of("APPDATA", "/roaming")));
        assertEquals(
                Path.of("/users/anna/AppData/Roaming/heapline"),
                SettingsFolder.of("Windows 11", "/users/anna", Map.of()));
    }
}
