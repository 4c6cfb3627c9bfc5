import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// A browser's own ideas about text fields and pages, none of which Electron has.
const PREFERENCES = {
  autofill: { profile_enabled: false, credit_card_enabled: false },
  credentials_enable_service: false,
  profile: { password_manager_enabled: false },
  translate: { enabled: false },
  browser: { check_default_browser: false },
};

/** Gives a new profile its settings; a profile that has been used keeps its own. */
export function prepareProfile(userDataDir: string): void {
  const folder = join(userDataDir, 'Default');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'Preferences');
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(PREFERENCES));
}
