"""dragoman reads what is published about diplomacy and keeps a record that can be checked."""
