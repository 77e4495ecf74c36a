"""What calendars and feed readers subscribe to: plans as iCalendar, changes as Atom."""
